// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import org.starfish.core.engine.DelegatedComputation;
import org.starfish.core.network.ChannelOrder;

/** A live DL4J layer with its parameters. */
final class Dl4jComputation implements DelegatedComputation {
	private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

	private final Layer layer;
	private final INDArray parameters;
	private final INDArray gradients;
	private final boolean channelsLast;
	private final boolean automatic;
	private boolean differentiated;

	Dl4jComputation(NeuralNetConfiguration configuration, float[] weights, ChannelOrder order) {
		automatic = configuration.getLayer() instanceof AbstractSameDiffLayer;
		channelsLast = order == ChannelOrder.LAST;
		parameters = weights.length == 0 ? null : Nd4j.createFromArray(weights).reshape(1, weights.length);
		layer = configuration.getLayer().instantiate(configuration, List.of(), 0, parameters, false, DataType.FLOAT);
		gradients = weights.length == 0 ? null : Nd4j.create(DataType.FLOAT, 1, weights.length);
		if (gradients != null) {
			// DL4J cannot work out the gradient of the input without that of the weights.
			layer.setBackpropGradientsViewArray(gradients);
		}
	}

	@Override
	public INDArray activate(INDArray input) {
		layer.setInputMiniBatchSize((int) input.size(0));
		return outside(layer.activate(inside(input), false, NO_WORKSPACES));
	}

	@Override
	public INDArray inputGradient(INDArray outputGradient) {
		if (!automatic) {
			return outside(layer.backpropGradient(inside(outputGradient), NO_WORKSPACES).getSecond());
		}
		// What SameDiff differentiates, DL4J 1.0.0-M2.1 counts twice: it sets the gradient of the output and adds it, too.
		return outside(differentiated ? backward(outputGradient) : silently(() -> backward(outputGradient))).divi(2);
	}

	private INDArray backward(INDArray outputGradient) {
		INDArray gradient = layer.backpropGradient(inside(outputGradient), NO_WORKSPACES).getSecond();
		differentiated = true;
		return gradient;
	}

	/** SameDiff prints each operation that it differentiates, which would end up in the user's results. */
	private static synchronized INDArray silently(Supplier<INDArray> work) {
		PrintStream out = System.out;
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		try {
			return work.get();
		} finally {
			System.setOut(out);
		}
	}

	@Override
	public void close() {
		layer.clear();
		if (parameters != null) {
			parameters.close();
			gradients.close();
		}
	}

	private INDArray inside(INDArray array) {
		return channelsLast && array.rank() == 4 ? array.permute(0, 2, 3, 1).dup('c')
				: channelsLast && array.rank() == 3 ? array.permute(0, 2, 1).dup('c') : array.dup('c');
	}

	private INDArray outside(INDArray array) {
		return channelsLast && array.rank() == 4 ? array.permute(0, 3, 1, 2).dup('c')
				: channelsLast && array.rank() == 3 ? array.permute(0, 2, 1).dup('c') : array.dup('c');
	}
}
