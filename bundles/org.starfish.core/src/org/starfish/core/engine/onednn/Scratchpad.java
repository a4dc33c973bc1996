// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Memory in which a primitive keeps what it needs while it runs, and nothing afterwards. All primitives share it, since
 * they run one after the other. Left to the library, it would belong to the thread that made the primitive, and other
 * threads could not run it.
 */
final class Scratchpad implements AutoCloseable {
	private static final int ALIGNMENT = 64;
	/** Guards what is shared, and is held while a primitive runs. */
	static final Object SHARED = new Object();
	/** As large as the largest that was needed so far. */
	private static BytePointer shared;
	/** Where in it a line of the processor's cache begins. */
	private static BytePointer aligned;

	private final long bytes;
	private final dnnl_memory handle = new dnnl_memory();
	private Pointer lent;

	Scratchpad(Description description) {
		bytes = description.bytes();
		OneDnn.check(dnnl.dnnl_memory_create(handle, description.handle(), OneDnn.engine(), (Pointer) null));
	}

	dnnl_memory handle() {
		return handle;
	}

	/** Makes the memory that all share the primitive's, for as long as the caller holds {@link #SHARED}. */
	void lend() {
		Pointer memory = memory();
		if (memory != lent) {
			OneDnn.check(dnnl.dnnl_memory_set_data_handle(handle, memory));
			lent = memory;
		}
	}

	private Pointer memory() {
		if (shared == null || shared.capacity() < bytes + ALIGNMENT) {
			if (shared != null) {
				shared.close();
				shared = null;
			}
			shared = new BytePointer(bytes + ALIGNMENT);
			aligned = shared.getPointer((ALIGNMENT - shared.address() % ALIGNMENT) % ALIGNMENT);
		}
		return aligned;
	}

	@Override
	public void close() {
		if (!handle.isNull()) {
			dnnl.dnnl_memory_destroy(handle);
			handle.setNull();
		}
	}
}
