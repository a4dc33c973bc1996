// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.starfish.core.StarfishException;

/** What a slice takes, axis by axis: attributes before opset 10, inputs since. */
record Ranges(long[] starts, long[] ends, long[] axes, long[] steps) {
	static Ranges of(OnnxNode node, Mapping mapping) throws StarfishException {
		boolean inputs = mapping.opset() >= 10;
		long[] none = new long[0];
		long[] starts = (inputs ? mapping.wholes(node, 1) : node.longs("starts")).orElse(none);
		long[] ends = (inputs ? mapping.wholes(node, 2) : node.longs("ends")).orElse(none);
		long[] axes = (inputs ? mapping.wholes(node, 3) : node.longs("axes"))
				.orElseGet(() -> LongStream.range(0, starts.length).toArray());
		long[] steps = (inputs ? mapping.wholes(node, 4) : Optional.<long[]>empty()).orElseGet(() -> {
			long[] ones = new long[starts.length];
			Arrays.fill(ones, 1);
			return ones;
		});
		if (starts.length == 0 || ends.length != starts.length || axes.length != starts.length
				|| steps.length != starts.length) {
			throw node.error("does not say what to take along each axis, so the file is damaged");
		}
		return new Ranges(starts, ends, axes, steps);
	}

	int count() {
		return starts.length;
	}

	/** Whether a range along the batch takes all of it. */
	boolean takesAll(int i, Mapping mapping) {
		return starts[i] == 0 && steps[i] == 1
				&& (ends[i] == Constant.BATCH || ends[i] >= Integer.MAX_VALUE || mapping.isFixedBatch(ends[i]));
	}

	/** The elements that a range takes of an axis of the given size. */
	int[] indices(int i, int size) {
		long step = steps[i];
		long start = starts[i] < 0 ? starts[i] + size : starts[i];
		long end = ends[i] < 0 ? ends[i] + size : ends[i];
		start = Math.clamp(start, 0L, step < 0 ? size - 1L : size);
		end = Math.clamp(end, step < 0 ? -1L : 0L, (long) size);
		long count = Math.max(0, step < 0 ? Math.ceilDiv(start - end, -step) : Math.ceilDiv(end - start, step));
		int first = (int) start;
		return IntStream.range(0, (int) count).map(k -> (int) (first + k * step)).toArray();
	}
}
