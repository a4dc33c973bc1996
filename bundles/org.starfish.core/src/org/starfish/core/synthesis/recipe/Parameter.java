// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.starfish.core.StarfishException;

/**
 * All parameters of the method: the one list that presets, recipes, the command line and the wizard share. The defaults change
 * nothing: no regularizer, no transform. Lengths in pixels are those of the network's view, brightness is in pixel units (255 from black
 * to white) whatever range the network takes, weights are relative to the gradient: so parameters carry over between networks.
 */
public enum Parameter {
	STEPS("steps", 1, 100_000, 256, "", Group.SCHEDULE, "Steps taken in each octave."),
	SIZE("size", 0, 4096, 0, "px", Group.SCHEDULE, "Height of the picture, the width in proportion; 0 for the network's own input size."),
	OCTAVES("octaves", 1, 16, 1, "", Group.SCHEDULE, "How many sizes the picture goes through, from small to full."),
	OCTAVE_SCALE("octaveScale", 1.01, 4.0, 1.4, "", Group.SCHEDULE, "Factor from one octave's size to the next."),
	OCTAVE_VIEW("octaveView", "own", List.of("own", "network"), Group.SCHEDULE, "What the network sees of a smaller octave: its own size where the network takes it, or the picture enlarged to the network's size."),
	VARIATION("variation", 0, 1_000_000, 0, "", Group.SCHEDULE, true, "Which of many courses chance takes in the steps; the start is the same. Changed on the way, it leads to a variant."),
	PARAMETERIZATION("parameterization", "pixels", List.of("pixels", "fourier", "phase"), Group.PICTURE, "What is optimized: the pixels, Fourier coefficients scaled so that low frequencies move more, or their phases alone, with the magnitudes of photos."),
	COLOR("color", "plain", List.of("plain", "decorrelated"), Group.PICTURE, "Whether colours are mixed from three that vary independently in photos; ignored for networks without colours."),
	RANGE("range", "free", List.of("free", "clip", "sigmoid"), Group.PICTURE, "How pixels are kept between black and white: not at all until the end, by clipping after each step, or by a sigmoid."),
	NOISE("noise", 0.0, 1000.0, 8.0, "px units", Group.PICTURE, "Standard deviation of the noise that a picture of pixels starts from."),
	FOURIER_NOISE("fourierNoise", 0.0, 10.0, 0.01, "", Group.PICTURE, "Standard deviation of the Fourier coefficients at the start."),
	FOURIER_DECAY("fourierDecay", 0.0, 4.0, 1.0, "", Group.PICTURE, "Power of the frequency by which Fourier coefficients count less."),
	OBJECTIVE("objective", "auto", List.of("auto", "softmax", "logit"), Group.OBJECTIVE, true, "What of a class is maximized: its probability after the softmax or its value before; auto is before."),
	DIRECTION("direction", "maximize", List.of("maximize", "minimize"), Group.OBJECTIVE, true, "Whether the objective is made large or small."),
	SATURATION("saturation", 0.5, 1.0, 0.999, "", Group.OBJECTIVE, true, "Probability above which the gradient of a softmax objective is inverted."),
	INVERSION("inversion", 0.0, 10.0, 0.1, "", Group.OBJECTIVE, true, "How strong the inverted gradient is; 0 stops there."),
	RIVALS("rivals", 0.0, 1.0, 0.0, "", Group.OBJECTIVE, true, "How much of the strongest other units of the layer is subtracted from the objective."),
	DIVERSITY("diversity", 0.0, 100.0, 0.0, "", Group.OBJECTIVE, true, "What share of the objective it costs to be just like the earlier variants, if there are any."),
	RELU_REDIRECTION("reluRedirection", 0, 100_000, 0, "steps", Group.OBJECTIVE, true, "First steps in which the gradient may pass closed rectifiers where all are closed, so that dead units start."),
	STEP_RULE("stepRule", "normalized", List.of("normalized", "constant", "progress", "progress01", "adam"), Group.STEP, "How the gradient becomes a step: divided by its mean magnitude, as it is, by the progress wanted (for outputs of any range or of 0 to 1), or by Adam."),
	RATE("rate", 0.0, 1e12, 1.0, "", Group.STEP, true, "Size of a step: px units for pixels (with normalized, of the mean change), else of the numbers optimized; for progress, the progress wanted."),
	RATE_LOW("rateLow", 0.0, 100.0, 1.0, "", Group.STEP, true, "Least random factor of the rate, drawn each step."),
	RATE_HIGH("rateHigh", 0.0, 100.0, 1.0, "", Group.STEP, true, "Largest random factor of the rate, drawn each step."),
	RATE_LIMIT("rateLimit", 0.0, 1e12, 1e8, "", Group.STEP, true, "For progress, the largest rate; for progress01, what the distance from 1 is multiplied with late in the ascent."),
	RATE_END("rateEnd", 0.0, 1.0, 1.0, "", Group.STEP, true, "Factor to which the rate falls over each octave, along half a cosine; 1 keeps it."),
	DECAY("decay", 0.0, 1.0, 0.0, "", Group.REGULARIZER, true, "L2 decay: share of its distance from gray that every pixel loses each step."),
	GRADIENT_BLUR_LOW("gradientBlurLow", 0.0, 100.0, 0.0, "px", Group.REGULARIZER, true, "Least standard deviation of the gradient's blur, drawn each step."),
	GRADIENT_BLUR_HIGH("gradientBlurHigh", 0.0, 100.0, 0.0, "px", Group.REGULARIZER, true, "Largest standard deviation of the gradient's blur, drawn each step; 0 for no blur."),
	BLUR_TIMES_LOW("blurTimesLow", 0, 100, 0, "times", Group.REGULARIZER, true, "Least number of times that the gradient is blurred with a kernel of 3, 7 or 9 px, both drawn each step."),
	BLUR_TIMES_HIGH("blurTimesHigh", 0, 100, 0, "times", Group.REGULARIZER, true, "Largest number of times that the gradient is blurred with a kernel of 3, 7 or 9 px; 0 for none."),
	IMAGE_BLUR("imageBlur", 0.0, 100.0, 0.0, "px", Group.REGULARIZER, true, "Standard deviation of the picture's blur; 0 for none."),
	IMAGE_BLUR_EVERY("imageBlurEvery", 1, 100_000, 4, "steps", Group.REGULARIZER, true, "Every how many steps the picture is blurred."),
	NORM_CLIP("normClip", 0.0, 500.0, 0.0, "px units", Group.REGULARIZER, true, "Pixels nearer to gray than this (norm over the colours) become gray."),
	NORM_PERCENTILE("normPercentile", 0.0, 100.0, 0.0, "%", Group.REGULARIZER, true, "Share of pixels, those nearest to gray, that become gray."),
	CONTRIBUTION_PERCENTILE("contributionPercentile", 0.0, 100.0, 0.0, "%", Group.REGULARIZER, true, "Share of pixels, those that matter least to the objective, that become gray; see contributionMagnitude."),
	CONTRIBUTION_MAGNITUDE("contributionMagnitude", "no", List.of("no", "yes"), Group.REGULARIZER, true, "Whether least means that the objective hardly changes when a pixel becomes gray, rather than that it falls most."),
	TOTAL_VARIATION("totalVariation", 0.0, 100.0, 0.0, "", Group.REGULARIZER, true, "Weight of the penalty on differences between neighbouring pixels, relative to the mean gradient."),
	CONTRAST("contrast", 0.0, 100.0, 0.0, "", Group.REGULARIZER, true, "Weight of the penalty on distance from gray, relative to the mean gradient."),
	VIEWS("views", 1, 64, 1, "", Group.TRANSFORM, true, "Views of the picture whose gradients are averaged each step."),
	ROLL("roll", 0, 4096, 0, "px", Group.TRANSFORM, true, "Jitter by wrapping around: largest shift each way."),
	PAD("pad", 0, 1024, 0, "px", Group.TRANSFORM, true, "Gray frame around the picture."),
	JITTER("jitter", 0, 1024, 0, "px", Group.TRANSFORM, true, "Jitter by cutting: rows and columns cut off, on a random side."),
	SCALE_LOW("scaleLow", 0.1, 10.0, 1.0, "", Group.TRANSFORM, true, "Least factor by which the view is scaled."),
	SCALE_HIGH("scaleHigh", 0.1, 10.0, 1.0, "", Group.TRANSFORM, true, "Largest factor by which the view is scaled."),
	SCALE_CHOICES("scaleChoices", 0, 1000, 0, "", Group.TRANSFORM, true, "Number of evenly spaced factors to choose from; 0 for any between."),
	ROTATE("rotate", 0.0, 180.0, 0.0, "degrees", Group.TRANSFORM, true, "Largest angle each way by which the view is turned."),
	ROTATE_CHOICES("rotateChoices", 0, 1000, 0, "", Group.TRANSFORM, true, "Number of evenly spaced angles to choose from; 0 for any between."),
	ROTATE_UPRIGHT("rotateUpright", 0.0, 1.0, 0.0, "", Group.TRANSFORM, true, "Share of the steps in which the view is not turned."),
	CORNERS("corners", "gray", List.of("gray", "black"), Group.TRANSFORM, true, "What comes into the corners of a turned view."),
	JITTER_AFTER("jitterAfter", 0, 1024, 0, "px", Group.TRANSFORM, true, "A second jitter by cutting, after scaling and turning."),
	CROP_LOW("cropLow", 0.01, 1.0, 1.0, "", Group.TRANSFORM, true, "Least share of the picture's sides that the view shows."),
	CROP_HIGH("cropHigh", 0.01, 1.0, 1.0, "", Group.TRANSFORM, true, "Largest share of the picture's sides that the view shows."),
	MIRROR("mirror", 0.0, 1.0, 0.0, "", Group.TRANSFORM, true, "Share of the steps in which the view is mirrored."),
	VIEW_NOISE("viewNoise", 0.0, 255.0, 0.0, "px units", Group.TRANSFORM, true, "Standard deviation of the noise added to the view.");

	/** What a parameter belongs to. */
	public enum Group {
		SCHEDULE, PICTURE, OBJECTIVE, STEP, REGULARIZER, TRANSFORM
	}

	/** What values a parameter takes. */
	public enum Type {
		INTEGER, NUMBER, CHOICE
	}

	private final String label;
	private final Type type;
	private final double low;
	private final double high;
	private final List<String> choices;
	private final Object neutral;
	private final String unit;
	private final Group group;
	private final boolean live;
	private final String help;

	Parameter(String label, Type type, double low, double high, List<String> choices, Object neutral, String unit,
			Group group, boolean live, String help) {
		this.label = label;
		this.type = type;
		this.low = low;
		this.high = high;
		this.choices = choices;
		this.neutral = neutral;
		this.unit = unit;
		this.group = group;
		this.live = live;
		this.help = help;
	}

	Parameter(String label, int low, int high, int neutral, String unit, Group group, String help) {
		this(label, low, high, neutral, unit, group, false, help);
	}

	Parameter(String label, int low, int high, int neutral, String unit, Group group, boolean live, String help) {
		this(label, Type.INTEGER, low, high, List.of(), neutral, unit, group, live, help);
	}

	Parameter(String label, double low, double high, double neutral, String unit, Group group, String help) {
		this(label, low, high, neutral, unit, group, false, help);
	}

	Parameter(String label, double low, double high, double neutral, String unit, Group group, boolean live,
			String help) {
		this(label, Type.NUMBER, low, high, List.of(), neutral, unit, group, live, help);
	}

	Parameter(String label, String neutral, List<String> choices, Group group, String help) {
		this(label, neutral, choices, group, false, help);
	}

	Parameter(String label, String neutral, List<String> choices, Group group, boolean live, String help) {
		this(label, Type.CHOICE, 0, 0, choices, neutral, "", group, live, help);
	}

	/** How it is written in recipes and after {@code --set}. */
	public String label() {
		return label;
	}

	public Type type() {
		return type;
	}

	/** The least number allowed. */
	public double low() {
		return low;
	}

	/** The largest number allowed. */
	public double high() {
		return high;
	}

	/** What there is to choose from. */
	public List<String> choices() {
		return choices;
	}

	/** The value that changes nothing: an {@code Integer}, {@code Double} or {@code String}, by type. */
	public Object neutral() {
		return neutral;
	}

	/** As in {@code px}; empty for a plain number. */
	public String unit() {
		return unit;
	}

	public Group group() {
		return group;
	}

	/** Whether it may be changed while the ascent runs. */
	public boolean isLive() {
		return live;
	}

	/** What it does, in one sentence. */
	public String help() {
		return help;
	}

	/** Its values, for the user's eyes, as in {@code 0 to 100}. */
	public String range() {
		return type == Type.CHOICE ? String.join(", ", choices) : plain(low) + " to " + plain(high);
	}

	/**
	 * The parameter of this label.
	 *
	 * @throws StarfishException if there is none; lists those there are
	 */
	public static Parameter of(String label) throws StarfishException {
		Optional<Parameter> found = Arrays.stream(values()).filter(parameter -> parameter.label.equals(label))
				.findFirst();
		return found.orElseThrow(() -> new StarfishException("There is no parameter '%s'; there are: %s."
				.formatted(label.length() > 60 ? label.substring(0, 60) + "..." : label,
						Arrays.stream(values()).map(Parameter::label).collect(Collectors.joining(", ")))));
	}

	/**
	 * Checks a value.
	 *
	 * @return the value in this parameter's type
	 * @throws StarfishException if it is none or out of range
	 */
	public Object checked(Object value) throws StarfishException {
		if (type == Type.CHOICE) {
			if (value instanceof String text && choices.contains(text)) {
				return text;
			}
		} else if (value instanceof Number number && number.doubleValue() >= low && number.doubleValue() <= high
				&& (type == Type.NUMBER || number.doubleValue() == Math.rint(number.doubleValue()))) {
			return type == Type.INTEGER ? (Object) number.intValue() : (Object) number.doubleValue();
		}
		throw new StarfishException("'%s' must be %s%s, not %s.".formatted(label,
				type == Type.CHOICE ? "one of " : type == Type.INTEGER ? "a whole number, " : "", range(), value));
	}

	/** Reads a value as a user writes it. */
	Object parsed(String text) throws StarfishException {
		if (type == Type.CHOICE) {
			return checked(text);
		}
		try {
			return checked(Double.valueOf(text));
		} catch (NumberFormatException e) {
			throw new StarfishException("'%s' must be %s%s, not %s.".formatted(label,
					type == Type.INTEGER ? "a whole number, " : "a number, ", range(), text), e);
		}
	}

	private static String plain(double number) {
		return number == Math.rint(number) && Math.abs(number) < 1e7 ? Long.toString((long) number)
				: Double.toString(number);
	}
}
