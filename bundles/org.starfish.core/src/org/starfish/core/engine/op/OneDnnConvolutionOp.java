// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.Epilogue;
import org.starfish.core.engine.onednn.KernelChoices;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;
import org.starfish.core.engine.onednn.Window;

/**
 * Convolution by oneDNN, with bias and rectifier in one, in the way that a trial found to be the fastest: directly or by
 * Winograd's filtering. The input's gradient of a convolution of stride 1 may itself be computed as a convolution, of the
 * output's gradient with the kernel turned by 180 degrees and its channels swapped.
 */
final class OneDnnConvolutionOp implements Op {
	private final Value input;
	private final Value output;
	private final Geometry g;
	private final int groups;
	/** Channels of one group. */
	private final int in;
	private final int out;
	private final ConvolutionMethod method;
	private final NativeMemory weights;
	private final NativeMemory bias;
	private final Primitive forward;
	private final Optional<FusedRectifier> rectifier;
	private final Optional<ConvolutionGradient> backward;
	private final KernelChoices.Chooser chooser;

	/**
	 * @param kernels {@code [kH, kW, in / groups, out]}
	 * @param bias {@code [out]}, or empty
	 * @param rectifier applied to the results
	 * @param chooser which way is taken where there are several
	 * @throws UnsupportedOperationException if oneDNN has no kernel for it
	 */
	OneDnnConvolutionOp(Value input, Value output, Geometry g, float[] kernels, float[] bias, int groups,
			Optional<Rectifier> rectifier, KernelChoices.Chooser chooser) {
		this.input = input;
		this.output = output;
		this.g = g;
		this.chooser = chooser;
		this.groups = groups;
		in = input.shape().channels() / groups;
		out = output.shape().channels() / groups;
		Epilogue epilogue = rectifier.map(r -> Epilogue.rectified(r.ceiling())).orElse(Epilogue.NONE);
		Layout arrives = input.activationTensor().layout();
		List<ConvolutionMethod> methods = forwardMethods(bias.length > 0, epilogue);
		method = fastest("forward", methods, input.activationTensor(), arrives);
		weights = NativeMemory.of(kernels(out, in), kernels).reordered(method.descriptor().weights());
		this.bias = NativeMemory.of(Description.vector(out * groups), bias.length > 0 ? bias : new float[out * groups]);
		forward = method.prepare(input.activationTensor().memory(method.layout()), weights, this.bias,
				output.activationTensor().write(method.layout()));
		this.rectifier = rectifier.map(r -> new FusedRectifier(r, output));
		backward = input.isDifferentiable() ? Optional.of(backward(kernels)) : Optional.empty();
	}

	private ConvolutionMethod fastest(String direction, List<ConvolutionMethod> methods, Tensor from, Layout arrives) {
		if (methods.isEmpty()) {
			throw new UnsupportedOperationException("no kernel for this convolution");
		}
		String task = "%s %dx%dx%dx%d to %d by %dx%d stride %d,%d gaps %d,%d pad %d,%d groups %d from %s threads %d"
				.formatted(direction, input.batch(), g.height(), g.width(), in * groups, out * groups,
						g.kernelHeight(), g.kernelWidth(), g.strideY(), g.strideX(), g.dilationY() - 1,
						g.dilationX() - 1, g.top(), g.left(), groups, arrives, Kernel.threads());
		int chosen = chooser.choose(task,
				methods.stream().map(each -> each.candidate(from.description(arrives), arrives)).toList());
		for (ConvolutionMethod each : methods) {
			if (each != methods.get(chosen)) {
				each.descriptor().close();
			}
		}
		return methods.get(chosen);
	}

	/** Whether Winograd's filtering may apply. */
	private boolean isSmall() {
		return g.kernelHeight() == 3 && g.kernelWidth() == 3 && isDense();
	}

	private boolean isDense() {
		return g.strideY() == 1 && g.strideX() == 1 && g.dilationY() == 1 && g.dilationX() == 1;
	}

	private Description kernels(int to, int from) {
		return groups == 1 ? Description.kernels(to, from, g.kernelHeight(), g.kernelWidth())
				: Description.kernels(groups, to, from, g.kernelHeight(), g.kernelWidth());
	}

	private List<ConvolutionMethod> forwardMethods(boolean biased, Epilogue epilogue) {
		List<ConvolutionMethod> methods = new ArrayList<>();
		addConvolution(methods, "direct", false, Layout.PLAIN, biased, epilogue);
		if (methods.isEmpty()) {
			addConvolution(methods, "direct in blocks", false, Layout.BLOCKED, biased, epilogue);
		}
		if (isSmall()) {
			addConvolution(methods, "winograd", true, Layout.BLOCKED, biased, epilogue);
		}
		return methods;
	}

	private void addConvolution(List<ConvolutionMethod> methods, String name, boolean winograd, Layout layout,
			boolean biased, Epilogue epilogue) {
		Description from = input.activationTensor().description(layout);
		Description to = output.activationTensor().description(layout);
		add(methods, () -> new ConvolutionMethod(name, layout,
				PrimitiveDescriptor
						.convolution(winograd, from, kernels(out, in), biased, to, g.window(), epilogue).worthwhile(),
				from, to, Argument.SOURCE, Argument.DESTINATION, biased));
	}

	private static void add(List<ConvolutionMethod> methods, Supplier<ConvolutionMethod> method) {
		try {
			methods.add(method.get());
		} catch (UnsupportedOperationException e) {
			// The others are left.
		}
	}

	@Override
	public Value output() {
		return output;
	}

	@Override
	public String kernels() {
		return backward.isPresent() ? method.name() + ", " + backward.get().name() : method.name();
	}

	@Override
	public void forward() {
		input.activationTensor().read(method.layout());
		output.activationTensor().write(method.layout());
		forward.run();
	}

	@Override
	public void inputGradient(ReluGradient reluGradient) {
		if (rectifier.isPresent()) {
			rectifier.get().mask(reluGradient);
		}
		backward.orElseThrow().run();
	}

	@Override
	public void close() {
		forward.close();
		method.descriptor().close();
		weights.close();
		bias.close();
		rectifier.ifPresent(FusedRectifier::close);
		backward.ifPresent(ConvolutionGradient::close);
	}

	private ConvolutionGradient backward(float[] kernels) {
		List<ConvolutionMethod> methods = new ArrayList<>();
		if (isDense() && g.top() < g.kernelHeight() && g.left() < g.kernelWidth()) {
			addTurned(methods, "turned", false, Layout.PLAIN);
			if (isSmall()) {
				addTurned(methods, "turned winograd", true, Layout.BLOCKED);
				addGradient(methods, "gradient winograd", true, Layout.BLOCKED);
			}
		}
		addGradient(methods, "gradient in blocks", false, Layout.BLOCKED);
		addGradient(methods, "gradient", false, Layout.PLAIN);
		if (SubpixelGradient.canDo(g, groups, in)) {
			add(methods, () -> SubpixelGradient.method(output.gradientTensor(), g, in, out, input.batch()));
		}
		Layout arrives = output.activationTensor().layout();
		ConvolutionMethod chosen = fastest("backward", methods, output.gradientTensor(), arrives);
		return chosen.name().equals(SubpixelGradient.NAME)
				? new SubpixelGradient(chosen, kernels, g, in, out, input, output)
				: new Whole(chosen, kernels);
	}

	/** The gradient as a convolution of the output's gradient. */
	private void addTurned(List<ConvolutionMethod> methods, String name, boolean winograd, Layout layout) {
		Description from = output.gradientTensor().description(layout);
		Description to = input.gradientTensor().description(layout);
		var window = Window.dense(new long[] { g.kernelHeight(), g.kernelWidth() },
				new long[] { g.spanY() - 1L - g.top(), g.spanX() - 1L - g.left() },
				new long[] { g.spanY() - 1L - g.bottom(), g.spanX() - 1L - g.right() });
		add(methods, () -> new ConvolutionMethod(name, layout,
				PrimitiveDescriptor
						.convolution(winograd, from, kernels(in, out), false, to, window, Epilogue.NONE).worthwhile(),
				from, to, Argument.SOURCE, Argument.DESTINATION, false));
	}

	private void addGradient(List<ConvolutionMethod> methods, String name, boolean winograd, Layout layout) {
		Description from = output.gradientTensor().description(layout);
		Description to = input.gradientTensor().description(layout);
		add(methods, () -> new ConvolutionMethod(name, layout,
				PrimitiveDescriptor
						.convolutionGradient(winograd, to, kernels(out, in), from, g.window()).worthwhile(),
				from, to,
				Argument.DESTINATION_GRADIENT, Argument.SOURCE_GRADIENT, false));
	}

	/** The kernels turned by 180 degrees, in and out swapped: {@code [kH, kW, out / groups, in]}. */
	private float[] turned(float[] kernels) {
		float[] turned = new float[kernels.length];
		for (int tap = 0; tap < g.taps(); tap++) {
			for (int i = 0; i < in; i++) {
				for (int group = 0; group < groups; group++) {
					int from = ((tap * in + i) * groups + group) * out;
					for (int o = 0; o < out; o++) {
						turned[(((g.taps() - 1 - tap) * out + o) * groups + group) * in + i] = kernels[from + o];
					}
				}
			}
		}
		return turned;
	}

	private final class Whole implements ConvolutionGradient {
		private final ConvolutionMethod chosen;
		private final NativeMemory kernels;
		private final NativeGradient gradient;

		Whole(ConvolutionMethod chosen, float[] values) {
			this.chosen = chosen;
			boolean turns = chosen.source().equals(Argument.SOURCE);
			kernels = NativeMemory.of(turns ? kernels(in, out) : kernels(out, in), turns ? turned(values) : values)
					.reordered(chosen.descriptor().weights());
			gradient = new NativeGradient(input, chosen.layout(),
					to -> chosen.prepare(output.gradientTensor().memory(chosen.layout()), kernels, null, to));
		}

		@Override
		public String name() {
			return chosen.name();
		}

		@Override
		public void run() {
			output.gradientTensor().read(chosen.layout());
			gradient.run();
		}

		@Override
		public void close() {
			gradient.close();
			chosen.descriptor().close();
			kernels.close();
		}
	}
}
