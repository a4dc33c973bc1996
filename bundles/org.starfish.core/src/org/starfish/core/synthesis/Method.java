// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.ArrayList;
import java.util.List;

import org.starfish.core.synthesis.parameterization.DecorrelatedColor;
import org.starfish.core.synthesis.parameterization.FourierImage;
import org.starfish.core.synthesis.parameterization.Linear;
import org.starfish.core.synthesis.parameterization.Parameterization;
import org.starfish.core.synthesis.parameterization.PhaseImage;
import org.starfish.core.synthesis.parameterization.PixelImage;
import org.starfish.core.synthesis.parameterization.Sigmoid;
import org.starfish.core.synthesis.picture.PixelSpace;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.regularizer.Decay;
import org.starfish.core.synthesis.regularizer.GradientBlur;
import org.starfish.core.synthesis.regularizer.GradientRegularizer;
import org.starfish.core.synthesis.regularizer.ImageBlur;
import org.starfish.core.synthesis.regularizer.ImageRegularizer;
import org.starfish.core.synthesis.regularizer.PixelClip;
import org.starfish.core.synthesis.regularizer.RepeatedBlur;
import org.starfish.core.synthesis.regularizer.SmallContributionClip;
import org.starfish.core.synthesis.regularizer.SmallNormClip;
import org.starfish.core.synthesis.transform.Composed;
import org.starfish.core.synthesis.transform.Crop;
import org.starfish.core.synthesis.transform.Jitter;
import org.starfish.core.synthesis.transform.Mirror;
import org.starfish.core.synthesis.transform.Noise;
import org.starfish.core.synthesis.transform.Pad;
import org.starfish.core.synthesis.transform.Resize;
import org.starfish.core.synthesis.transform.Roll;
import org.starfish.core.synthesis.transform.Rotate;
import org.starfish.core.synthesis.transform.Scale;
import org.starfish.core.synthesis.transform.Transform;

/**
 * The parts of the method that some parameters call for, in the order in which they act: the one place where parameters become
 * objects.
 */
final class Method {
	/** From here on a picture is so much larger than the view that plain interpolation would leave pixels out. */
	private static final double SHRINKING = 1.3;

	private final Parameters parameters;
	private final PixelSpace space;

	Method(Parameters parameters, PixelSpace space) {
		this.parameters = parameters;
		this.space = space;
	}

	/** Whether the numbers optimized are the picture's own values. */
	boolean isPlain() {
		return parameters.choice(Parameter.PARAMETERIZATION).equals("pixels") && !decorrelates() && !squeezes();
	}

	Parameterization parameterization(int height, int width) {
		int channels = space.channels();
		int size = height * width * channels;
		double noise = parameters.number(Parameter.NOISE);
		if (isPlain()) {
			return new PixelImage(size, noise);
		}
		Parameterization result = switch (parameters.choice(Parameter.PARAMETERIZATION)) {
		case "fourier" -> new FourierImage(height, width, channels, parameters.number(Parameter.FOURIER_DECAY),
				parameters.number(Parameter.FOURIER_NOISE));
		case "phase" -> decorrelates() ? new PhaseImage(height, width, channels, PhaseImage.COLORS)
				: new PhaseImage(height, width, channels, PhaseImage.PLAIN);
		default -> new PixelImage(size, noise / Linear.UNIT);
		};
		if (decorrelates()) {
			result = new DecorrelatedColor(result);
		}
		float[] center = new float[channels];
		for (int c = 0; c < channels; c++) {
			center[c] = space.center(c);
		}
		return squeezes() ? new Sigmoid(result, size, center) : new Linear(result, size, center);
	}

	private boolean decorrelates() {
		return parameters.choice(Parameter.COLOR).equals("decorrelated") && space.channels() == 3;
	}

	private boolean squeezes() {
		return parameters.choice(Parameter.RANGE).equals("sigmoid");
	}

	/** From a picture of one size to the network's view of another. */
	Transform transform(int height, int width, int viewHeight, int viewWidth) {
		List<Transform> transforms = new ArrayList<>();
		boolean smaller = height < viewHeight || width < viewWidth;
		if (smaller) {
			transforms.add(new Resize(viewHeight, viewWidth, false));
		}
		int before = transforms.size();
		addRandom(transforms);
		boolean same = !smaller && height == viewHeight && width == viewWidth;
		if (transforms.size() > before || !smaller && !same) {
			boolean averages = !smaller && height > SHRINKING * viewHeight;
			transforms.add(new Resize(viewHeight, viewWidth, averages));
		}
		if (integer(Parameter.ROLL) > 0) {
			// Rolling needs the view's size, and comes to the same before or after a resize to it.
			transforms.add(new Roll(integer(Parameter.ROLL)));
		}
		if (number(Parameter.VIEW_NOISE) > 0) {
			transforms.add(new Noise(number(Parameter.VIEW_NOISE)));
		}
		return new Composed(transforms, space.channels());
	}

	private void addRandom(List<Transform> transforms) {
		int channels = space.channels();
		float[] gray = new float[channels];
		float[] corners = new float[channels];
		for (int c = 0; c < channels; c++) {
			gray[c] = space.gray(c);
			corners[c] = parameters.choice(Parameter.CORNERS).equals("black") ? space.black(c) : gray[c];
		}
		if (number(Parameter.CROP_LOW) < 1 || number(Parameter.CROP_HIGH) < 1) {
			transforms.add(new Crop(low(Parameter.CROP_LOW, Parameter.CROP_HIGH),
					number(Parameter.CROP_HIGH)));
		}
		if (integer(Parameter.PAD) > 0) {
			transforms.add(new Pad(integer(Parameter.PAD), gray));
		}
		if (integer(Parameter.JITTER) > 0) {
			transforms.add(new Jitter("jitter", integer(Parameter.JITTER)));
		}
		if (number(Parameter.SCALE_LOW) != 1 || number(Parameter.SCALE_HIGH) != 1) {
			transforms.add(new Scale(low(Parameter.SCALE_LOW, Parameter.SCALE_HIGH), number(Parameter.SCALE_HIGH),
					integer(Parameter.SCALE_CHOICES)));
		}
		if (number(Parameter.ROTATE) > 0) {
			transforms.add(new Rotate(number(Parameter.ROTATE), integer(Parameter.ROTATE_CHOICES),
					number(Parameter.ROTATE_UPRIGHT), corners));
		}
		if (integer(Parameter.JITTER_AFTER) > 0) {
			transforms.add(new Jitter("jitterAfter", integer(Parameter.JITTER_AFTER)));
		}
		if (number(Parameter.MIRROR) > 0) {
			transforms.add(new Mirror(number(Parameter.MIRROR)));
		}
	}

	/** r2, on the gradient with respect to the network's view. */
	List<GradientRegularizer> gradientRegularizers() {
		List<GradientRegularizer> result = new ArrayList<>();
		if (number(Parameter.GRADIENT_BLUR_HIGH) > 0) {
			result.add(new GradientBlur(low(Parameter.GRADIENT_BLUR_LOW, Parameter.GRADIENT_BLUR_HIGH),
					number(Parameter.GRADIENT_BLUR_HIGH)));
		}
		if (integer(Parameter.BLUR_TIMES_HIGH) > 0) {
			result.add(new RepeatedBlur((int) low(Parameter.BLUR_TIMES_LOW, Parameter.BLUR_TIMES_HIGH),
					integer(Parameter.BLUR_TIMES_HIGH)));
		}
		return result;
	}

	/** r1, on the picture after a step. */
	List<ImageRegularizer> imageRegularizers() {
		List<ImageRegularizer> result = new ArrayList<>();
		if (number(Parameter.DECAY) > 0) {
			result.add(new Decay(number(Parameter.DECAY)));
		}
		if (number(Parameter.IMAGE_BLUR) > 0) {
			result.add(new ImageBlur(number(Parameter.IMAGE_BLUR), integer(Parameter.IMAGE_BLUR_EVERY)));
		}
		if (number(Parameter.NORM_CLIP) > 0 || number(Parameter.NORM_PERCENTILE) > 0) {
			result.add(new SmallNormClip(number(Parameter.NORM_CLIP), number(Parameter.NORM_PERCENTILE)));
		}
		if (number(Parameter.CONTRIBUTION_PERCENTILE) > 0) {
			result.add(new SmallContributionClip(number(Parameter.CONTRIBUTION_PERCENTILE),
					parameters.choice(Parameter.CONTRIBUTION_MAGNITUDE).equals("yes")));
		}
		if (parameters.choice(Parameter.RANGE).equals("clip")) {
			result.add(new PixelClip(space));
		}
		return result;
	}

	/** The smaller end of a range, if a user has set them the wrong way round. */
	private double low(Parameter low, Parameter high) {
		return Math.min(number(low), number(high));
	}

	private double number(Parameter parameter) {
		return parameters.number(parameter);
	}

	private int integer(Parameter parameter) {
		return parameters.integer(parameter);
	}
}
