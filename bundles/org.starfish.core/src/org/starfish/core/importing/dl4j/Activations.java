// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;

import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Activation.Function;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Softmax;

/** What DL4J's activation functions are in terms of operations. */
final class Activations {
	private static final float SELU_ALPHA = 1.6732632423543772f;
	private static final float SELU_SCALE = 1.0507009873554805f;
	/** ND4J's GELU is the sigmoid approximation {@code x sigmoid(1.702 x)}. (Hendrycks and Gimpel 2016) */
	private static final float GELU_SLOPE = 1.702f;

	private Activations() {
	}

	/**
	 * The operations of an activation, none for the identity.
	 *
	 * @param softmaxAxis where a softmax works, in the file's order, without the batch
	 * @param shape what it works on; matters for those that DL4J computes itself
	 */
	static List<Operation> of(IActivation activation, int softmaxAxis, Shape shape) {
		return switch (activation) {
		case null -> List.of();
		case ActivationIdentity plain -> List.of();
		case ActivationReLU relu when zero(relu.getThreshold()) || zero(relu.getNegativeSlope()) -> relu(relu);
		case ActivationReLU6 plain -> List.of(new Activation(Function.CLIP, 0, 6));
		case ActivationLReLU leaky -> List.of(new Activation(Function.LEAKY_RELU, (float) leaky.getAlpha(), 0));
		// What is meant is a slope, but what DL4J computes outside of training is max(x, slope).
		case ActivationRReLU random -> List.of(new Activation(Function.CLIP,
				(float) ((random.getL() + random.getU()) / 2), Float.POSITIVE_INFINITY));
		case ActivationThresholdedReLU threshold ->
			List.of(new Activation(Function.THRESHOLDED_RELU, (float) threshold.getTheta(), 0));
		case ActivationELU elu -> List.of(new Activation(Function.ELU, (float) elu.getAlpha(), 0));
		case ActivationSELU plain -> List.of(new Activation(Function.SELU, SELU_ALPHA, SELU_SCALE));
		// ND4J's "precise" GELU is none of the known ones, so DL4J computes it.
		case ActivationGELU gelu when !gelu.isPrecise() -> List.of(new Activation(Function.SWISH, GELU_SLOPE, 0));
		case ActivationSwish plain -> List.of(new Activation(Function.SWISH, 1, 0));
		case ActivationMish plain -> List.of(new Activation(Function.MISH));
		case ActivationHardSigmoid plain -> List.of(new Activation(Function.HARD_SIGMOID, 0.2f, 0.5f));
		case ActivationHardTanH plain -> List.of(new Activation(Function.CLIP, -1, 1));
		case ActivationSigmoid plain -> List.of(new Activation(Function.SIGMOID));
		case ActivationTanH plain -> List.of(new Activation(Function.TANH));
		case ActivationRationalTanh plain -> List.of(new Activation(Function.RATIONAL_TANH));
		case ActivationRectifiedTanh plain -> List.of(new Activation(Function.RECTIFIED_TANH));
		case ActivationSoftPlus plain -> List.of(new Activation(Function.SOFTPLUS));
		case ActivationSoftSign plain -> List.of(new Activation(Function.SOFTSIGN));
		case ActivationCube plain -> List.of(new Activation(Function.CUBE));
		case ActivationSoftmax plain -> List.of(new Softmax(softmaxAxis, false));
		default -> List.of(Dl4jLayerOperation.activation(activation, shape));
		};
	}

	private static boolean zero(Double value) {
		return value == null || value == 0;
	}

	private static List<Operation> relu(ActivationReLU relu) {
		float threshold = relu.getThreshold() == null ? 0 : relu.getThreshold().floatValue();
		float slope = relu.getNegativeSlope() == null ? 0 : relu.getNegativeSlope().floatValue();
		List<Operation> operations = new ArrayList<>();
		if (threshold != 0) {
			operations.add(new Activation(Function.THRESHOLDED_RELU, threshold, 0));
		} else if (slope != 0) {
			operations.add(new Activation(Function.LEAKY_RELU, slope, 0));
		} else if (relu.getMax() == null) {
			operations.add(new Activation(Function.RELU));
		}
		if (relu.getMax() != null) {
			float bottom = operations.isEmpty() ? 0 : Float.NEGATIVE_INFINITY;
			operations.add(new Activation(Function.CLIP, bottom, relu.getMax().floatValue()));
		}
		return operations;
	}
}
