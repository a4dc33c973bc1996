// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.ImageReader;
import org.starfish.core.model.Model;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;

/**
 * What the channels of some layers answer to a group of images: mean and variance, over the images, of each channel's mean over its
 * positions. Images are looked at one after the other, so the group may be of any size.
 */
public final class GroupResponse {
	/** Running mean and sum of squared deviations of each channel. (Welford 1962) */
	private static final class Moments {
		private final double[] mean;
		private final double[] deviations;

		Moments(int channels) {
			mean = new double[channels];
			deviations = new double[channels];
		}

		/** @param values {@code [positions, channels]} */
		void add(float[] values, int count) {
			int channels = mean.length;
			double share = (double) channels / values.length;
			for (int c = 0; c < channels; c++) {
				double sum = 0;
				for (int at = c; at < values.length; at += channels) {
					sum += values[at];
				}
				double delta = sum * share - mean[c];
				mean[c] += delta / count;
				deviations[c] += delta * (sum * share - mean[c]);
			}
		}
	}

	private final Map<Layer, Moments> moments = new LinkedHashMap<>();
	private int images;

	private GroupResponse() {
	}

	/**
	 * Shows a group of images to a network.
	 *
	 * @param layers whose answers are wanted
	 * @param images files, at least one
	 * @param task what to call this in the progress
	 * @param progress told after each image; cancels
	 * @throws StarfishException if an image cannot be read, or the network does not run; names the file
	 */
	public static GroupResponse of(Model model, List<Layer> layers, List<Path> images, String task, Progress progress)
			throws StarfishException {
		var response = new GroupResponse();
		Shape input = model.network().inputShape();
		try (Plan plan = Engine.compile(model.network(), new PlanRequest(new LinkedHashSet<>(layers), input, 1, false))) {
			Map<Layer, float[]> answers = new LinkedHashMap<>();
			for (Layer layer : layers) {
				Shape shape = plan.shape(layer);
				answers.put(layer, new float[Math.toIntExact(shape.size())]);
				response.moments.put(layer, new Moments(shape.channels()));
			}
			for (Path image : images) {
				progress.report(task, (double) response.images / images.size());
				plan.forward(model.preprocessing().toInput(ImageReader.read(image), input));
				response.images++;
				answers.forEach((layer, answer) -> {
					plan.activation(layer, answer);
					response.moments.get(layer).add(answer, response.images);
				});
			}
		}
		return response;
	}

	/** How many images there were. */
	public int images() {
		return images;
	}

	/** The mean activation of a channel over positions and images. */
	public double mean(Layer layer, int channel) {
		return moments.get(layer).mean[channel];
	}

	/** The standard deviation, over the images, of a channel's mean over its positions. */
	public double deviation(Layer layer, int channel) {
		return images < 2 ? 0 : Math.sqrt(moments.get(layer).deviations[channel] / (images - 1));
	}
}
