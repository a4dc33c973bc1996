// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/**
 * Finds out what a DL4J network takes as input, which its file does not say. The first layers tell the kind and the
 * channels; the size follows from what has to come out where the picture is flattened, by trying.
 */
final class InputSearch {
	/** Sizes that networks are usually made for. */
	private static final int[] USUAL = { 224, 227, 299, 331, 256, 192, 160, 128, 112, 96, 64, 48, 32, 28 };
	private static final int LARGEST = 1024;
	/** Bounds the trying for very deep networks, in layers. */
	private static final int EFFORT = 1_000_000;
	private static final int COLORS = 3;

	private final Graph graph;
	private int rank;
	private int channels;
	private ChannelOrder order;
	private Shape fixed;

	InputSearch(Graph graph) {
		this.graph = graph;
	}

	/** The network for the input that it seems to be made for. */
	Network network(Translation translation, String format) throws StarfishException {
		look(translation.file());
		if (fixed != null) {
			return translation.with(fixed, format);
		}
		Translation.Misfit first = null;
		int height = 0;
		int width = 0;
		int tries = Math.max(USUAL.length, EFFORT / (graph.nodes().size() + 1));
		for (int size : candidates()) {
			if (tries-- == 0) {
				break;
			}
			try {
				return translation.with(open(size, size), format);
			} catch (Translation.Misfit e) {
				first = first == null ? e : first;
				if (e.getCause() instanceof WrongSize wrong) {
					height = height == 0 && wrong.height == wrong.wantedHeight ? size : height;
					width = width == 0 && wrong.width == wrong.wantedWidth ? size : width;
				}
			}
		}
		if (height > 0 && width > 0) {
			return translation.with(open(height, width), format);
		}
		throw first;
	}

	private static Set<Integer> candidates() {
		Set<Integer> sizes = new LinkedHashSet<>();
		IntStream.of(USUAL).forEach(sizes::add);
		// Where rounding leaves a choice, an even size is the likelier one.
		IntStream.rangeClosed(1, LARGEST).filter(size -> size % 2 == 0).forEach(sizes::add);
		IntStream.rangeClosed(1, LARGEST).forEach(sizes::add);
		return sizes;
	}

	private Shape open(int height, int width) {
		return rank == 2 ? Shape.sequence(order, height, channels) : Shape.image(order, height, width, channels);
	}

	/** Walks from the input to the nearest layers that tell its kind. */
	private void look(Path file) throws StarfishException {
		var open = new ArrayDeque<>(List.of(graph.input()));
		Set<String> seen = new HashSet<>();
		while (!open.isEmpty() && fixed == null && (rank == 0 || channels == 0)) {
			String source = open.poll();
			for (Node node : graph.nodes()) {
				if (node.inputs().contains(source) && seen.add(node.name())) {
					try {
						look(node);
					} catch (StarfishException e) {
						throw new StarfishException(node.refusal(file, e.getMessage()), e);
					}
					open.add(node.name());
				}
			}
		}
		channels = channels == 0 ? COLORS : channels;
		order = order == null ? ChannelOrder.FIRST : order;
		rank = rank == 0 ? 3 : rank;
		if (fixed == null && rank == 1) {
			fixed = Shape.vector(channels);
		}
	}

	private void look(Node node) throws StarfishException {
		if (fixed == null && node.preProcessor().isPresent()) {
			fixed = fixed(node.preProcessor().get());
		}
		if (fixed == null && node.layer().isPresent()) {
			look(node.layer().get());
		}
	}

	private void look(Layer layer) throws StarfishException {
		Optional<ChannelOrder> stated = Layers.order(layer);
		switch (layer) {
		case Convolution1DLayer flat -> found(2, flat.getNIn(),
				flat.getRnnDataFormat() == RNNFormat.NWC ? ChannelOrder.LAST : ChannelOrder.FIRST);
		case RnnOutputLayer steps -> found(2, steps.getNIn(), ChannelOrder.FIRST);
		case Subsampling1DLayer any -> found(2, 0, null);
		case ZeroPadding1DLayer any -> found(2, 0, null);
		case Cropping1D any -> found(2, 0, null);
		case Upsampling1D any -> found(2, 0, null);
		case ConvolutionLayer picture -> found(3, picture.getNIn(), stated.orElse(ChannelOrder.FIRST));
		case LocallyConnected2D local -> found(3, local.getNIn(), Layers.order(local.getFormat()));
		case PrimaryCapsules capsules -> found(3, capsules.getInputChannels(), ChannelOrder.FIRST);
		case SubsamplingLayer any -> found(3, 0, stated.orElse(ChannelOrder.FIRST));
		case BatchNormalization norm -> found(0, norm.getNOut(), stated.orElse(null));
		case CnnLossLayer any -> found(3, 0, stated.orElse(ChannelOrder.FIRST));
		case RnnLossLayer any -> found(2, 0, null);
		case PReLULayer prelu when rank == 0 -> fixed = shape(prelu.getInputShape());
		case FeedForwardLayer dense when dense.getNIn() > 0 -> found(1, dense.getNIn(), null);
		default -> found(stated.isPresent() ? 3 : 0, 0, stated.orElse(null));
		}
	}

	private void found(int rank, long channels, ChannelOrder order) throws StarfishException {
		this.rank = this.rank == 0 ? rank : this.rank;
		this.channels = this.channels == 0 && channels != 0 ? Convolutions.size(channels) : this.channels;
		this.order = this.order == null ? order : this.order;
	}

	private Shape fixed(InputPreProcessor processor) throws StarfishException {
		return switch (processor) {
		case FeedForwardToCnnPreProcessor picture -> shape(new long[] { picture.getNumChannels(),
				picture.getInputHeight(), picture.getInputWidth() });
		case CnnToFeedForwardPreProcessor flatten when rank == 0 && Preprocessors.size(flatten) > 0 ->
			Shape.image(Layers.order(flatten.getFormat()), Convolutions.size(flatten.getInputHeight()),
					Convolutions.size(flatten.getInputWidth()), Convolutions.size(flatten.getNumChannels()));
		default -> null;
		};
	}

	private Shape shape(long[] sizes) throws StarfishException {
		int[] dims = new int[sizes.length];
		for (int axis = 0; axis < dims.length; axis++) {
			dims[axis] = Convolutions.size(sizes[axis]);
		}
		return Shape.of(dims.length == 1 ? ChannelOrder.LAST : ChannelOrder.FIRST, dims);
	}
}
