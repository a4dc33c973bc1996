// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.TrainedArrays.Role;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.GroupNormalization;
import org.starfish.core.network.operation.LayerNormalization;

import com.google.gson.JsonElement;

/** Maps normalizations, learned and fixed. */
final class Normalizations {
	/** What Keras' Normalization divides by at least. */
	private static final double SMALLEST_DEVIATION = 1e-7;

	private Normalizations() {
	}

	static void register(Map<String, LayerMapper> mappers) {
		mappers.put("BatchNormalization", Normalizations::batch);
		mappers.put("BatchNormalizationV1", Normalizations::batch);
		mappers.put("BatchNormalizationV2", Normalizations::batch);
		mappers.put("SyncBatchNormalization", Normalizations::batch);
		mappers.put("LayerNormalization", Normalizations::layer);
		mappers.put("GroupNormalization", Normalizations::group);
		mappers.put("Normalization", Normalizations::fixed);
		mappers.put("Rescaling", Normalizations::rescaling);
	}

	private static void batch(LayerCall call) throws StarfishException {
		Fields fields = call.fields();
		if (fields.integer(0, "mode") != 0) {
			throw call.refusal(
					"normalizes by the statistics of each batch (mode %d), which is not supported; train it with mode 0"
							.formatted(fields.integer(0, "mode")));
		}
		String input = Axes.asChannels(axes(fields, call, -1)[0], call.input(), call);
		int channels = call.shape(input).channels();
		Map<Role, Weights> arrays = call.arrays(roles(fields, Role.MEAN, Role.VARIANCE));
		for (Weights weights : arrays.values()) {
			call.expect(weights, channels);
		}
		call.last(new BatchNormalization(arrays.getOrDefault(Role.SCALE, filled(channels, 1)),
				arrays.getOrDefault(Role.SHIFT, filled(channels, 0)), arrays.get(Role.MEAN),
				arrays.get(Role.VARIANCE), (float) fields.number(1e-3, "epsilon")), input);
	}

	private static void layer(LayerCall call) throws StarfishException {
		Fields fields = call.fields();
		if (fields.flag(false, "rms_scaling")) {
			throw call.refusal("scales by the root mean square, which is not supported; use plain LayerNormalization");
		}
		Shape shape = call.shape(call.input());
		int[] axes = axes(fields, call, -1);
		int[] own = new int[axes.length];
		for (int i = 0; i < own.length; i++) {
			own[i] = Axes.of(axes[i], shape, call);
		}
		Arrays.sort(own);
		int[] sizes = Arrays.stream(own).map(shape::dim).toArray();
		Map<Role, Weights> arrays = call.arrays(roles(fields));
		for (Weights weights : arrays.values()) {
			call.expect(weights, sizes);
		}
		call.last(new LayerNormalization(own, (float) fields.number(1e-3, "epsilon"),
				Optional.ofNullable(arrays.get(Role.SCALE)), Optional.ofNullable(arrays.get(Role.SHIFT))),
				call.input());
	}

	private static void group(LayerCall call) throws StarfishException {
		Fields fields = call.fields();
		String input = Axes.asChannels(axes(fields, call, -1)[0], call.input(), call);
		int channels = call.shape(input).channels();
		int groups = fields.integer(32, "groups");
		if (groups == -1) {
			groups = channels;
		}
		if (groups < 1 || channels % groups != 0) {
			throw fields.wrong("groups", "a divisor of its %d channels".formatted(channels));
		}
		Map<Role, Weights> arrays = call.arrays(roles(fields));
		for (Weights weights : arrays.values()) {
			call.expect(weights, channels);
		}
		call.last(new GroupNormalization(groups == channels ? 0 : groups, (float) fields.number(1e-3, "epsilon"),
				Optional.ofNullable(arrays.get(Role.SCALE)), Optional.ofNullable(arrays.get(Role.SHIFT))), input);
	}

	/** Keras' preprocessing layer: subtracts a fixed mean and divides by a fixed deviation. */
	private static void fixed(LayerCall call) throws StarfishException {
		Fields fields = call.fields();
		String input = call.input();
		Optional<JsonElement> axis = fields.element("axis");
		if (axis.isPresent() && !axis.get().toString().equals("[]")) {
			input = Axes.asChannels(axes(fields, call, -1)[0], input, call);
		}
		int channels = call.shape(input).channels();
		float[] mean;
		float[] variance;
		if (fields.has("mean")) {
			mean = fields.numbers(fields.element("mean").orElseThrow(), "mean");
			variance = fields.numbers(fields.element("variance").orElseThrow(() -> fields.missing("variance")),
					"variance");
		} else {
			Map<Role, Weights> arrays = call.arrays(List.of(Role.MEAN, Role.VARIANCE));
			mean = arrays.get(Role.MEAN).values();
			variance = arrays.get(Role.VARIANCE).values();
		}
		float[] scale = new float[channels];
		float[] shift = new float[channels];
		for (int c = 0; c < channels; c++) {
			float m = perChannel(mean, c, channels, call);
			double deviation = Math.max(Math.sqrt(perChannel(variance, c, channels, call)), SMALLEST_DEVIATION);
			boolean inverse = fields.flag(false, "invert");
			scale[c] = (float) (inverse ? deviation : 1 / deviation);
			shift[c] = (float) (inverse ? m : -m / deviation);
		}
		affine(call, input, scale, shift);
	}

	private static void rescaling(LayerCall call) throws StarfishException {
		Fields fields = call.fields();
		String input = call.input();
		int channels = call.shape(input).channels();
		float[] scales = fields.numbers(fields.element("scale").orElseThrow(() -> fields.missing("scale")), "scale");
		Optional<JsonElement> stated = fields.element("offset");
		float[] offsets = stated.isEmpty() ? new float[1] : fields.numbers(stated.get(), "offset");
		float[] scale = new float[channels];
		float[] shift = new float[channels];
		for (int c = 0; c < channels; c++) {
			scale[c] = perChannel(scales, c, channels, call);
			shift[c] = perChannel(offsets, c, channels, call);
		}
		affine(call, input, scale, shift);
	}

	/** Adds {@code x * scale + shift}, channel by channel. */
	private static void affine(LayerCall call, String input, float[] scale, float[] shift) throws StarfishException {
		Shape shape = call.shape(input);
		int[] dims = new int[shape.rank()];
		Arrays.fill(dims, 1);
		dims[shape.channelAxis()] = shape.channels();
		String scaled = call.part("scaled",
				new Arithmetic(Elementwise.Function.MULTIPLY, Weights.of(dims, scale), false), input);
		call.last(new Arithmetic(Elementwise.Function.ADD, Weights.of(dims, shift), false), scaled);
	}

	private static float perChannel(float[] values, int channel, int channels, LayerCall call)
			throws StarfishException {
		if (values.length != 1 && values.length != channels) {
			throw call.refusal("has %d values for %d channels; the file may be damaged, get a fresh copy of it"
					.formatted(values.length, channels));
		}
		return values[values.length == 1 ? 0 : channel];
	}

	private static int[] axes(Fields fields, LayerCall call, int fallback) throws StarfishException {
		Optional<JsonElement> axis = fields.element("axis");
		int[] axes = axis.isEmpty() ? new int[] { fallback } : fields.integers(axis.get(), "axis");
		if (axes.length == 0 || axes.length > 1 && !call.layer().className().equals("LayerNormalization")) {
			throw call.refusal("works along %d axes, which is not supported".formatted(axes.length));
		}
		return axes;
	}

	private static List<Role> roles(Fields fields, Role... more) throws StarfishException {
		List<Role> roles = new ArrayList<>();
		if (fields.flag(true, "scale")) {
			roles.add(Role.SCALE);
		}
		if (fields.flag(true, "center")) {
			roles.add(Role.SHIFT);
		}
		roles.addAll(List.of(more));
		return roles;
	}

	private static Weights filled(int size, float value) {
		float[] values = new float[size];
		Arrays.fill(values, value);
		return Weights.of(new int[] { size }, values);
	}
}
