// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Pad;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Resize;
import org.starfish.core.network.operation.Resize.Coordinates;
import org.starfish.core.network.operation.Resize.Interpolation;
import org.starfish.core.network.operation.Slice;
import org.starfish.core.network.operation.Transpose;

import com.google.gson.JsonElement;

/** Maps layers that move, add or drop values. */
final class Reshapes {
	private Reshapes() {
	}

	static void register(Map<String, LayerMapper> mappers) {
		mappers.put("Flatten", Reshapes::flatten);
		mappers.put("Reshape", call -> reshape(call, call.fields().integers(call.fields()
				.element("target_shape").orElseThrow(() -> call.fields().missing("target_shape")), "target_shape")));
		mappers.put("Permute", Reshapes::permute);
		mappers.put("Resizing", Reshapes::resizing);
		for (int axes = 1; axes <= 2; axes++) {
			int count = axes;
			mappers.put("ZeroPadding%dD".formatted(axes), call -> pad(call, count));
			mappers.put("Cropping%dD".formatted(axes), call -> crop(call, count));
			mappers.put("UpSampling%dD".formatted(axes), call -> upsample(call, count));
		}
	}

	private static void flatten(LayerCall call) throws StarfishException {
		String input = call.input();
		Shape shape = call.shape(input);
		boolean first = call.fields().text("data_format", "").equals("channels_first");
		if (first && shape.rank() > 1) {
			// Keras flattens with channels last, whatever comes in.
			int[] permutation = IntStream.range(0, shape.rank()).map(axis -> (axis + 1) % shape.rank()).toArray();
			input = call.part("last", new Transpose(permutation, ChannelOrder.LAST),
					call.ordered(input, ChannelOrder.FIRST));
		}
		call.last(Reshape.flatten(), input);
	}

	/** Reshapes to sizes of which one may be -1. */
	static void reshape(LayerCall call, int[] target) throws StarfishException {
		int open = 0;
		for (int size : target) {
			open += size == -1 ? 1 : 0;
			if (size < 1 && size != -1) {
				throw call.fields().wrong("target_shape", "a list of positive numbers");
			}
		}
		if (open > 1 || target.length == 0) {
			throw call.fields().wrong("target_shape", "a shape");
		}
		call.last(new Reshape("Reshape", target, call.modelOrder()), call.input());
	}

	private static void permute(LayerCall call) throws StarfishException {
		Fields fields = call.fields();
		int[] dims = fields.integers(fields.element("dims").orElseThrow(() -> fields.missing("dims")), "dims");
		permute(call, Arrays.stream(dims).map(dim -> dim - 1).toArray());
	}

	/** Reorders axes, which do not count the batch. */
	static void permute(LayerCall call, int[] permutation) throws StarfishException {
		Shape shape = call.shape(call.input());
		if (permutation.length != shape.rank()) {
			throw call.refusal("reorders %d axes of %d".formatted(permutation.length, shape.rank()));
		}
		int channels = shape.channelAxis();
		ChannelOrder order = permutation[0] == channels ? ChannelOrder.FIRST
				: permutation[permutation.length - 1] == channels ? ChannelOrder.LAST : shape.order();
		call.last(new Transpose(permutation, shape.rank() == 1 ? ChannelOrder.LAST : order), call.input());
	}

	private static void pad(LayerCall call, int axes) throws StarfishException {
		String input = call.spatialInput();
		int[][] borders = borders(call, "padding", axes);
		Shape shape = spatial(call, input, axes);
		call.last(new Pad(Pad.Mode.CONSTANT, perAxis(borders[0], shape, 0), perAxis(borders[1], shape, 0), 0), input);
	}

	private static void crop(LayerCall call, int axes) throws StarfishException {
		String input = call.spatialInput();
		int[][] borders = borders(call, "cropping", axes);
		Shape shape = spatial(call, input, axes);
		int[] end = Arrays.stream(borders[1]).map(border -> border == 0 ? Slice.END : -border).toArray();
		call.last(new Slice("Cropping", perAxis(borders[0], shape, 0), perAxis(end, shape, Slice.END),
				Convolutions.ones(shape.rank())), input);
	}

	private static Shape spatial(LayerCall call, String input, int axes) throws StarfishException {
		Shape shape = call.shape(input);
		if (shape.rank() != axes + 1) {
			throw call.refusal("takes inputs with %d axes, not %d; the file may be damaged, get a fresh copy of it"
					.formatted(axes + 1, shape.rank()));
		}
		return shape;
	}

	/** Values of the spatial axes, with another for the channels, in the order of the shape. */
	private static int[] perAxis(int[] spatial, Shape shape, int channels) {
		int[] all = new int[shape.rank()];
		int next = 0;
		for (int axis = 0; axis < all.length; axis++) {
			all[axis] = axis == shape.channelAxis() ? channels : spatial[next++];
		}
		return all;
	}

	/** Borders, written as one number, one an axis, or a pair an axis; Keras 1 also has all four in one list. */
	private static int[][] borders(LayerCall call, String name, int axes) throws StarfishException {
		Fields fields = call.fields();
		JsonElement element = fields.element(name).orElseThrow(() -> fields.missing(name));
		int[] begin = new int[axes];
		int[] end = new int[axes];
		if (!element.isJsonArray()) {
			Arrays.fill(begin, fields.integers(element, name)[0]);
			Arrays.fill(end, begin[0]);
		} else if (axes == 2 && element.getAsJsonArray().size() == 4) {
			int[] all = fields.integers(element, name);
			begin = new int[] { all[0], all[2] };
			end = new int[] { all[1], all[3] };
		} else if (axes == 1 && element.getAsJsonArray().size() == 2) {
			int[] all = fields.integers(element, name);
			begin[0] = all[0];
			end[0] = all[1];
		} else if (element.getAsJsonArray().size() == axes) {
			for (int axis = 0; axis < axes; axis++) {
				int[] pair = fields.integers(element.getAsJsonArray().get(axis), name);
				if (pair.length < 1 || pair.length > 2) {
					throw fields.wrong(name, "a border");
				}
				begin[axis] = pair[0];
				end[axis] = pair[pair.length - 1];
			}
		} else {
			throw fields.wrong(name, "a border");
		}
		if (Arrays.stream(begin).anyMatch(border -> border < 0) || Arrays.stream(end).anyMatch(border -> border < 0)) {
			throw fields.wrong(name, "a border");
		}
		return new int[][] { begin, end };
	}

	private static void upsample(LayerCall call, int axes) throws StarfishException {
		int[] size = call.fields().sizes(axes, "size", "length");
		double[] scales = Arrays.stream(size).asDoubleStream().toArray();
		call.last(resize(call, "Upsampling", scales, new int[0], "nearest"), call.spatialInput());
	}

	private static void resizing(LayerCall call) throws StarfishException {
		Fields fields = call.fields();
		if (fields.flag(false, "crop_to_aspect_ratio") || fields.flag(false, "pad_to_aspect_ratio")
				|| fields.flag(false, "antialias")) {
			throw call.refusal("crops, pads or smooths while it resizes, which is not supported; use plain resizing");
		}
		int[] size = { fields.sizes(1, "height")[0], fields.sizes(1, "width")[0] };
		if (fields.text("interpolation", "bilinear").equals("nearest")) {
			int[] spatial = call.shape(call.input()).spatial();
			if (spatial.length != 2 || size[0] % spatial[0] != 0 || size[1] % spatial[1] != 0) {
				throw call.refusal("resizes to the nearest pixel by a fraction, which is not supported; use 'bilinear'");
			}
		}
		call.last(resize(call, "Resizing", new double[0], size, "bilinear"), call.spatialInput());
	}

	private static Resize resize(LayerCall call, String kind, double[] scales, int[] sizes, String fallback)
			throws StarfishException {
		String interpolation = call.fields().text("interpolation", fallback);
		Generation generation = call.generation();
		boolean old = !generation.tensorflow()
				&& (generation.major() < 2 || generation.major() == 2 && generation.minor() < 3);
		return switch (interpolation) {
		case "nearest" -> new Resize(kind, Interpolation.NEAREST_FLOOR, Coordinates.ASYMMETRIC, scales, sizes);
		case "bilinear" -> new Resize(kind, Interpolation.LINEAR,
				old ? Coordinates.ASYMMETRIC : Coordinates.HALF_PIXEL, scales, sizes);
		default -> throw call.refusal("interpolates by '%s', which is not supported; use 'nearest' or 'bilinear'"
				.formatted(interpolation));
		};
	}
}
