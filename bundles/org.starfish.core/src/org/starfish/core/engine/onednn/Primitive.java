// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import java.util.Map;
import java.util.Optional;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** A call of the library, prepared once with the arrays it reads and writes, and run many times. */
public final class Primitive implements AutoCloseable {
	private final dnnl_primitive handle = new dnnl_primitive();
	private final dnnl_exec_arg_t arguments;
	private final int count;
	private final Optional<Scratchpad> scratchpad;

	/**
	 * @param scratchpad closed with this
	 */
	Primitive(dnnl_primitive_desc descriptor, Map<Integer, NativeMemory> memories, Optional<Scratchpad> scratchpad) {
		this.scratchpad = scratchpad;
		OneDnn.check(dnnl.dnnl_primitive_create(handle, descriptor));
		count = memories.size() + (scratchpad.isPresent() ? 1 : 0);
		arguments = new dnnl_exec_arg_t(count);
		int at = 0;
		for (Map.Entry<Integer, NativeMemory> argument : memories.entrySet()) {
			arguments.position(at++).arg(argument.getKey()).memory(argument.getValue().handle());
		}
		if (scratchpad.isPresent()) {
			arguments.position(at).arg(dnnl.DNNL_ARG_SCRATCHPAD).memory(scratchpad.get().handle());
		}
		arguments.position(0);
	}

	/** Copies an array into another of the same shape and whatever order. */
	public static Primitive reorder(NativeMemory from, NativeMemory to) {
		try (var descriptor = PrimitiveDescriptor.reorder(from.description(), to.description())) {
			return descriptor.prepare(Map.of(new Argument(dnnl.DNNL_ARG_FROM), from, new Argument(dnnl.DNNL_ARG_TO), to));
		}
	}

	/** Runs it and waits for its end; on any thread. */
	public void run() {
		if (scratchpad.isEmpty()) {
			execute();
			return;
		}
		synchronized (Scratchpad.SHARED) {
			scratchpad.get().lend();
			execute();
		}
	}

	private void execute() {
		OneDnn.check(dnnl.dnnl_primitive_execute(handle, OneDnn.stream(), count, arguments));
	}

	@Override
	public void close() {
		if (!handle.isNull()) {
			dnnl.dnnl_primitive_destroy(handle);
			handle.setNull();
			arguments.close();
			scratchpad.ifPresent(Scratchpad::close);
		}
	}
}
