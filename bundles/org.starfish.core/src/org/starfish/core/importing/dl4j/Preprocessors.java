// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Transpose;

/** What DL4J does between layers of different kinds. */
final class Preprocessors {
	private final Emitter emitter;

	Preprocessors(Emitter emitter) {
		this.emitter = emitter;
	}

	/**
	 * Adds what a preprocessor does.
	 *
	 * @param inputs how many inputs the layer after it takes; 0 if not known
	 * @return the layer that holds the result
	 */
	String add(InputPreProcessor processor, String name, String input, long inputs) throws StarfishException {
		Shape shape = emitter.shape(input);
		return switch (processor) {
		case CnnToFeedForwardPreProcessor flatten -> {
			if (shape.rank() == 3 && !sizeFits(flatten, shape) && (inputs == 0 || inputs == size(flatten))) {
				throw new WrongSize((int) flatten.getInputHeight(), (int) flatten.getInputWidth(), shape);
			}
			yield flat(name, input);
		}
		case FeedForwardToCnnPreProcessor picture -> {
			if (shape.rank() == 3) {
				yield input;
			}
			int[] sizes = { Convolutions.size(picture.getNumChannels()), Convolutions.size(picture.getInputHeight()),
					Convolutions.size(picture.getInputWidth()) };
			yield emitter.part(name, "reshape", new Reshape("Reshape", sizes, ChannelOrder.FIRST), input);
		}
		case RnnToFeedForwardPreProcessor steps -> steps(name, input);
		case FeedForwardToRnnPreProcessor sequence -> sequence(name, input,
				sequence.getRnnDataFormat() == RNNFormat.NCW);
		case ComposableInputPreProcessor several -> {
			String current = input;
			for (InputPreProcessor one : several.getInputPreProcessors()) {
				current = add(one, name, current, 0);
			}
			yield current;
		}
		default -> throw new StarfishException(
				"its preprocessor %s is not supported".formatted(processor.getClass().getSimpleName()));
		};
	}

	/** A layer as a vector. */
	String flat(String name, String input) throws StarfishException {
		return emitter.shape(input).rank() == 1 ? input : emitter.part(name, "flatten", Reshape.flatten(), input);
	}

	/** A sequence with its steps first, for layers that treat each step alone. */
	String steps(String name, String input) throws StarfishException {
		Shape shape = emitter.shape(input);
		if (shape.rank() != 2 || shape.order() == ChannelOrder.LAST) {
			return input;
		}
		return emitter.part(name, "steps", new Transpose(new int[] { 1, 0 }, ChannelOrder.LAST), input);
	}

	/** The reverse of {@link #steps}. */
	String sequence(String name, String input, boolean channelsFirst) throws StarfishException {
		Shape shape = emitter.shape(input);
		if (shape.rank() != 2) {
			throw new StarfishException("it makes a sequence of single pictures");
		}
		return channelsFirst ? emitter.part(name, "sequence", channelsFirst(shape), input) : input;
	}

	private static Operation channelsFirst(Shape shape) {
		return shape.order() == ChannelOrder.FIRST ? new Identity("Sequence")
				: new Transpose(new int[] { 1, 0 }, ChannelOrder.FIRST);
	}

	private static boolean sizeFits(CnnToFeedForwardPreProcessor flatten, Shape shape) {
		return size(flatten) == 0 || flatten.getInputHeight() == shape.height() && flatten.getInputWidth() == shape.width();
	}

	static long size(CnnToFeedForwardPreProcessor flatten) {
		return Math.multiplyExact(Math.multiplyExact(flatten.getInputHeight(), flatten.getInputWidth()),
				flatten.getNumChannels());
	}
}
