// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.network.Shape;

/**
 * A batch of values that ops write and read wherever suits them: on the heap, or outside of it in one of the layouts. A
 * copy in another place is made when somebody asks for it, once for all that do.
 */
final class Tensor implements AutoCloseable {
	private final Shape shape;
	private final int batch;
	private final int length;
	private float[] heap;
	/** Whether the heap holds what was written last. */
	private boolean heapIsCurrent = true;
	private final Map<Layout, NativeMemory> memories = new EnumMap<>(Layout.class);
	private final Set<Layout> current = EnumSet.noneOf(Layout.class);
	private final Map<Layout, Primitive> reorders = new EnumMap<>(Layout.class);

	/** @param shape of one example */
	Tensor(Shape shape, int batch) {
		this.shape = shape;
		this.batch = batch;
		length = Math.toIntExact(Math.multiplyExact(shape.size(), batch));
	}

	int length() {
		return length;
	}

	/** The layout in which the values were written or read last; {@link Layout#PLAIN} if they are only on the heap. */
	Layout layout() {
		return current.contains(Layout.PLAIN) || current.isEmpty() ? Layout.PLAIN : Layout.BLOCKED;
	}

	/** Whether the values are a batch of pictures, or of sequences, which are pictures of one column. */
	boolean isPicture() {
		return shape.rank() == 2 || shape.rank() == 3;
	}

	/** How the values are described in a layout. */
	Description description(Layout layout) {
		if (!isPicture()) {
			return Description.matrix(batch, length / batch);
		}
		int[] stored = shape.stored();
		return layout.pictures(batch, stored[stored.length - 1], stored[0], stored.length > 2 ? stored[1] : 1);
	}

	/** The values on the heap, to read: {@code [batch, ...shape.stored()]}. */
	float[] read() {
		float[] values = allocated();
		if (!heapIsCurrent) {
			read(Layout.PLAIN).get(values);
			heapIsCurrent = true;
		}
		return values;
	}

	/** The heap's array, to be written as a whole. */
	float[] write() {
		heapIsCurrent = true;
		current.clear();
		return allocated();
	}

	/** The values on the heap, to read and change. */
	float[] update() {
		read();
		return write();
	}

	private float[] allocated() {
		if (heap == null) {
			heap = new float[length];
		}
		return heap;
	}

	/** The values in a layout, to read. */
	NativeMemory read(Layout layout) {
		NativeMemory memory = memory(layout);
		if (!current.contains(layout)) {
			Layout other = layout == Layout.PLAIN ? Layout.BLOCKED : Layout.PLAIN;
			if (layout == Layout.PLAIN && heapIsCurrent) {
				memory.put(allocated());
			} else {
				NativeMemory from = read(other);
				reorders.computeIfAbsent(layout, to -> Primitive.reorder(from, memory)).run();
			}
			current.add(layout);
		}
		return memory;
	}

	/** The array of a layout, to be written as a whole. */
	NativeMemory write(Layout layout) {
		heapIsCurrent = false;
		current.clear();
		current.add(layout);
		return memory(layout);
	}

	/** The values in a layout, to read and change. */
	NativeMemory update(Layout layout) {
		read(layout);
		return write(layout);
	}

	/** The array of a layout, whatever it holds: what a primitive is prepared with. */
	NativeMemory memory(Layout layout) {
		return memories.computeIfAbsent(layout, wanted -> new NativeMemory(description(wanted)));
	}

	@Override
	public void close() {
		reorders.values().forEach(Primitive::close);
		memories.values().forEach(NativeMemory::close);
	}
}
