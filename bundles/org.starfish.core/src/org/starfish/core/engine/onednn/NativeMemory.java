// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;

/** An array outside the heap, filled with zeros at first. */
public final class NativeMemory implements AutoCloseable {
	/** What the widest registers of today's processors hold, so that no access of theirs crosses a line of the cache. */
	private static final int ALIGNMENT = 64;

	private final Description description;
	/** What is freed in the end; null in a view of other memory. */
	private final FloatPointer allocated;
	private final FloatPointer data;
	private final dnnl_memory handle = new dnnl_memory();
	private final List<NativeMemory> views = new ArrayList<>();

	/** @throws OutOfMemoryError if the limit of memory outside the heap is reached */
	public NativeMemory(Description description) {
		this.description = description;
		long bytes = description.bytes();
		allocated = new FloatPointer((bytes + ALIGNMENT) / Float.BYTES);
		FloatPointer.memset(allocated, 0, bytes + ALIGNMENT);
		long beyond = allocated.address() % ALIGNMENT;
		data = allocated.getPointer((ALIGNMENT - beyond) % ALIGNMENT / Float.BYTES);
		OneDnn.check(dnnl.dnnl_memory_create(handle, description.handle(), OneDnn.engine(), data));
	}

	private NativeMemory(Description description, FloatPointer allocated, FloatPointer data) {
		this.description = description;
		this.allocated = allocated;
		this.data = data;
		OneDnn.check(dnnl.dnnl_memory_create(handle, description.handle(), OneDnn.engine(), data));
	}

	/** An array that holds the given values, in the order of the description. */
	public static NativeMemory of(Description description, float[] values) {
		var memory = new NativeMemory(description);
		memory.put(values);
		return memory;
	}

	/** The same memory, described otherwise; closed with this one. */
	public NativeMemory view(Description other) {
		var view = new NativeMemory(other, null, data);
		views.add(view);
		return view;
	}

	/** The same values in another order; this is closed. */
	public NativeMemory reordered(Description order) {
		if (order.isSame(description)) {
			return this;
		}
		var memory = new NativeMemory(order);
		try (this; Primitive reorder = Primitive.reorder(this, memory)) {
			reorder.run();
		}
		return memory;
	}

	public Description description() {
		return description;
	}

	/** Copies from the heap. */
	public void put(float[] from) {
		data.put(from, 0, from.length);
	}

	/** Copies to the heap. */
	public void get(float[] into) {
		data.get(into, 0, into.length);
	}

	dnnl_memory handle() {
		return handle;
	}

	@Override
	public void close() {
		if (!handle.isNull()) {
			views.forEach(NativeMemory::close);
			dnnl.dnnl_memory_destroy(handle);
			handle.setNull();
			if (allocated != null) {
				allocated.close();
			}
		}
	}
}
