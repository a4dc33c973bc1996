// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** A call of one of ND4J's native operations, prepared once and run many times. */
final class Kernel implements AutoCloseable {
	private final DynamicCustomOp op;
	private final OpContext context;

	/**
	 * @param name what ND4J calls the operation
	 * @param inputs arrays it reads
	 * @param output array it writes
	 * @param integers its integer arguments
	 */
	Kernel(String name, INDArray[] inputs, INDArray output, long... integers) {
		op = DynamicCustomOp.builder(name).build();
		context = Nd4j.getExecutioner().buildContext();
		context.setInputArrays(inputs);
		context.setOutputArrays(output);
		context.setIArguments(integers);
		context.shapeFunctionOverride(true);
	}

	/** {@code output = a b}, matrices. */
	static Kernel multiply(NativeArray a, boolean transposeA, NativeArray b, boolean transposeB, NativeArray output) {
		return new Kernel("matmul", new INDArray[] { a.array(), b.array() }, output.array(), transposeA ? 1 : 0,
				transposeB ? 1 : 0, 0);
	}

	/** Convolution of {@code [n, h, w, c]} by {@code [kh, kw, c, o]} with zeros at the borders. */
	static Kernel convolve(NativeArray input, NativeArray weights, NativeArray output, Geometry g, int top, int left) {
		return new Kernel("conv2d", new INDArray[] { input.array(), weights.array() }, output.array(), g.kernelHeight(),
				g.kernelWidth(), g.strideY(), g.strideX(), top, left, g.dilationY(), g.dilationX(), 0, 1, 0);
	}

	/** The number of threads that the native libraries share the work among. */
	static int threads() {
		return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
	}

	void run() {
		Nd4j.exec(op, context);
	}

	@Override
	public void close() {
		context.purge();
	}
}
