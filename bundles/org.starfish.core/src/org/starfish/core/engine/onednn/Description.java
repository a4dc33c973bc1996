// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** The shape and order of an array of floats. */
public final class Description {
	private final dnnl_memory_desc_t handle;

	Description(dnnl_memory_desc_t handle) {
		this.handle = handle;
	}

	static Description of(int tag, long... dims) {
		var handle = new dnnl_memory_desc_t();
		OneDnn.check(dnnl.dnnl_memory_desc_init_by_tag(handle, dims.length, dims, dnnl.dnnl_f32, tag));
		return new Description(handle);
	}

	/** Rows one after the other. */
	public static Description matrix(long rows, long columns) {
		return of(dnnl.dnnl_ab, rows, columns);
	}

	/** A matrix of which the columns follow each other. */
	public static Description transposedMatrix(long rows, long columns) {
		return of(dnnl.dnnl_ba, rows, columns);
	}

	/** A line of numbers. */
	public static Description vector(long size) {
		return of(dnnl.dnnl_a, size);
	}

	/** The kernels of a convolution in the order {@code [kH, kW, in, out]}. */
	public static Description kernels(int out, int in, int height, int width) {
		return of(dnnl.dnnl_hwio, out, in, height, width);
	}

	/** The kernels of a convolution in groups, in the order {@code [kH, kW, in, group, out]}; in and out of one group. */
	public static Description kernels(int groups, int out, int in, int height, int width) {
		return of(dnnl.dnnl_hwigo, groups, out, in, height, width);
	}

	/** The same shape, its order left to the kernel. */
	Description anyOrder() {
		return of(dnnl.dnnl_format_tag_any, dims());
	}

	private long[] dims() {
		long[] dims = new long[handle.ndims()];
		handle.dims().get(dims);
		return dims;
	}

	/** The size along an axis. */
	public long dim(int axis) {
		return handle.dims().get(axis);
	}

	boolean isSame(Description other) {
		return dnnl.dnnl_memory_desc_equal(handle, other.handle) != 0;
	}

	/** Some of the channels of this array, where they lie. */
	public Description channels(long first, long count) {
		long[] dims = dims();
		dims[1] = count;
		long[] offsets = new long[dims.length];
		offsets[1] = first;
		var part = new dnnl_memory_desc_t();
		OneDnn.check(dnnl.dnnl_memory_desc_init_submemory(part, handle, dims, offsets));
		return new Description(part);
	}

	/** What an array of this kind takes. */
	long bytes() {
		return dnnl.dnnl_memory_desc_get_size(handle);
	}

	dnnl_memory_desc_t handle() {
		return handle;
	}
}
