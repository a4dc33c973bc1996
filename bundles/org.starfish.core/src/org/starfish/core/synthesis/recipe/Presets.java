// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import static org.starfish.core.synthesis.recipe.Parameter.BLUR_TIMES_HIGH;
import static org.starfish.core.synthesis.recipe.Parameter.BLUR_TIMES_LOW;
import static org.starfish.core.synthesis.recipe.Parameter.COLOR;
import static org.starfish.core.synthesis.recipe.Parameter.CONTRIBUTION_MAGNITUDE;
import static org.starfish.core.synthesis.recipe.Parameter.CONTRIBUTION_PERCENTILE;
import static org.starfish.core.synthesis.recipe.Parameter.CORNERS;
import static org.starfish.core.synthesis.recipe.Parameter.CROP_HIGH;
import static org.starfish.core.synthesis.recipe.Parameter.CROP_LOW;
import static org.starfish.core.synthesis.recipe.Parameter.DECAY;
import static org.starfish.core.synthesis.recipe.Parameter.FOURIER_DECAY;
import static org.starfish.core.synthesis.recipe.Parameter.FOURIER_NOISE;
import static org.starfish.core.synthesis.recipe.Parameter.IMAGE_BLUR;
import static org.starfish.core.synthesis.recipe.Parameter.IMAGE_BLUR_EVERY;
import static org.starfish.core.synthesis.recipe.Parameter.INVERSION;
import static org.starfish.core.synthesis.recipe.Parameter.JITTER;
import static org.starfish.core.synthesis.recipe.Parameter.JITTER_AFTER;
import static org.starfish.core.synthesis.recipe.Parameter.MIRROR;
import static org.starfish.core.synthesis.recipe.Parameter.NOISE;
import static org.starfish.core.synthesis.recipe.Parameter.NORM_CLIP;
import static org.starfish.core.synthesis.recipe.Parameter.NORM_PERCENTILE;
import static org.starfish.core.synthesis.recipe.Parameter.OBJECTIVE;
import static org.starfish.core.synthesis.recipe.Parameter.OCTAVES;
import static org.starfish.core.synthesis.recipe.Parameter.OCTAVE_SCALE;
import static org.starfish.core.synthesis.recipe.Parameter.PAD;
import static org.starfish.core.synthesis.recipe.Parameter.PARAMETERIZATION;
import static org.starfish.core.synthesis.recipe.Parameter.RANGE;
import static org.starfish.core.synthesis.recipe.Parameter.RATE;
import static org.starfish.core.synthesis.recipe.Parameter.RATE_HIGH;
import static org.starfish.core.synthesis.recipe.Parameter.RATE_LIMIT;
import static org.starfish.core.synthesis.recipe.Parameter.RATE_LOW;
import static org.starfish.core.synthesis.recipe.Parameter.RELU_REDIRECTION;
import static org.starfish.core.synthesis.recipe.Parameter.ROLL;
import static org.starfish.core.synthesis.recipe.Parameter.ROTATE;
import static org.starfish.core.synthesis.recipe.Parameter.ROTATE_CHOICES;
import static org.starfish.core.synthesis.recipe.Parameter.ROTATE_UPRIGHT;
import static org.starfish.core.synthesis.recipe.Parameter.SATURATION;
import static org.starfish.core.synthesis.recipe.Parameter.SCALE_CHOICES;
import static org.starfish.core.synthesis.recipe.Parameter.SCALE_HIGH;
import static org.starfish.core.synthesis.recipe.Parameter.SCALE_LOW;
import static org.starfish.core.synthesis.recipe.Parameter.STEPS;
import static org.starfish.core.synthesis.recipe.Parameter.STEP_RULE;
import static org.starfish.core.synthesis.recipe.Parameter.VIEW_NOISE;

import java.util.List;
import java.util.stream.Collectors;

import org.starfish.core.StarfishException;

/** The presets: methods of the literature, each as exact as it can be on any network, and our own. */
public final class Presets {
	/**
	 * The method of Garon, Zhang and Rezaei, Visualizing Deep Neural Networks (2017), section 3.2, with the constants of
	 * their program for one class. Three of its defects are repaired: the softmax counts as saturated above 0.999, not
	 * only at 1; mean colours go to their channels; a small octave is shown to the network as it is where the network can take it.
	 */
	public static final Preset PAPER_2017 = new Preset("paper-2017",
			"Garon, Zhang and Rezaei 2017, section 3.2", paper().with(STEPS, 70).with(OCTAVES, 4));

	/** As {@link #PAPER_2017}, with the schedule that the paper's program has for mixtures (section 3.3). */
	public static final Preset PAPER_2017_MIXTURE = new Preset("paper-2017-mixture",
			"Garon, Zhang and Rezaei 2017, section 3.3", paper().with(STEPS, 20).with(OCTAVES, 3));

	/** Yosinski, Clune, Nguyen, Fuchs and Lipson, Understanding Neural Networks Through Deep Visualization (2015), table 1, row 1. */
	public static final Preset YOSINSKI_1 = new Preset("yosinski-1", "Yosinski et al. 2015, table 1, row 1",
			yosinski().with(STEPS, 500).with(IMAGE_BLUR, 0.5).with(NORM_PERCENTILE, 50.0).with(STEP_RULE, "progress")
					.with(RATE, 2.0).with(RATE_LIMIT, 100.0));

	/** Row 2 of the same table. */
	public static final Preset YOSINSKI_2 = new Preset("yosinski-2", "Yosinski et al. 2015, table 1, row 2",
			yosinski().with(STEPS, 750).with(DECAY, 0.3).with(NORM_PERCENTILE, 20.0).with(STEP_RULE, "constant")
					.with(RATE, 100.0));

	/** Row 3 of the same table, of which most of that paper's pictures are. */
	public static final Preset YOSINSKI_3 = new Preset("yosinski-3", "Yosinski et al. 2015, table 1, row 3",
			yosinski().with(STEPS, 1000).with(DECAY, 0.0001).with(IMAGE_BLUR, 1.0).with(STEP_RULE, "constant")
					.with(RATE, 100.0));

	/** Row 4 of the same table. */
	public static final Preset YOSINSKI_4 = new Preset("yosinski-4", "Yosinski et al. 2015, table 1, row 4",
			yosinski().with(STEPS, 1000).with(IMAGE_BLUR, 0.5).with(CONTRIBUTION_PERCENTILE, 90.0)
					.with(CONTRIBUTION_MAGNITUDE, "yes").with(STEP_RULE, "progress").with(RATE, 2.0)
					.with(RATE_LIMIT, 1e8));

	/** Mordvintsev, Olah and Tyka, DeepDream (2015), with the constants of its notebook. Starts from a photo as a rule. */
	public static final Preset DEEPDREAM = new Preset("deepdream", "Mordvintsev, Olah and Tyka 2015",
			Parameters.NEUTRAL.with(STEPS, 10).with(OCTAVES, 4).with(OCTAVE_SCALE, 1.4).with(RANGE, "clip")
					.with(STEP_RULE, "normalized").with(RATE, 1.5).with(ROLL, 32));

	/**
	 * Olah, Mordvintsev and Schubert, Feature Visualization (2017), with the defaults of Lucid 0.3, at the network's input size. Two
	 * things differ: every view is brought to the network's input size, because most networks take no other; and turning
	 * interpolates linearly.
	 */
	public static final Preset LUCID = new Preset("lucid", "Olah, Mordvintsev and Schubert 2017",
			Parameters.NEUTRAL.with(STEPS, 512).with(PARAMETERIZATION, "fourier").with(COLOR, "decorrelated")
					.with(RANGE, "sigmoid").with(FOURIER_DECAY, 1.0).with(FOURIER_NOISE, 0.01).with(OBJECTIVE, "logit")
					.with(RELU_REDIRECTION, 16).with(STEP_RULE, "adam").with(RATE, 0.05).with(PAD, 12).with(JITTER, 8)
					.with(SCALE_LOW, 0.9).with(SCALE_HIGH, 1.1).with(SCALE_CHOICES, 11).with(ROTATE, 10.0)
					.with(ROTATE_CHOICES, 21).with(ROTATE_UPRIGHT, 5 / 26.0).with(CORNERS, "black")
					.with(JITTER_AFTER, 4));

	/**
	 * Fel et al., Unlocking Feature Visualization for Deeper Networks with MAgnitude Constrained Optimization (2023): phases alone are
	 * optimized, and the views are crops with noise. The magnitudes are a law fitted to photos of ours, in place of the means over
	 * ImageNet of the paper; crops are larger, because a picture has the network's input size rather than five times that; one view a
	 * step.
	 */
	public static final Preset MACO = new Preset("maco", "Fel et al. 2023",
			Parameters.NEUTRAL.with(STEPS, 256).with(PARAMETERIZATION, "phase").with(COLOR, "decorrelated")
					.with(RANGE, "sigmoid").with(OBJECTIVE, "logit").with(RELU_REDIRECTION, 16).with(STEP_RULE, "adam")
					.with(RATE, 0.1).with(CROP_LOW, 0.5).with(CROP_HIGH, 0.9).with(VIEW_NOISE, 12.0));

	/**
	 * Our own, for pictures that other networks recognize and people like to look at: Lucid's parameterization and step rule on the
	 * paper's octaves, so that a subject takes shape before its detail does; coefficients that fall off faster than 1 / frequency,
	 * because detail that fine speaks to one network only; and views that are turned, mirrored and cropped more. Found on GoogLeNet, see
	 * the benchmark PresetQuality.
	 */
	public static final Preset STARFISH = new Preset("starfish", "Starfish",
			LUCID.parameters().with(STEPS, 80).with(OCTAVES, 3).with(OCTAVE_SCALE, 1.8).with(FOURIER_DECAY, 1.3).with(RATE, 0.03)
					.with(JITTER, 16).with(SCALE_LOW, 0.7).with(SCALE_HIGH, 1.2).with(SCALE_CHOICES, 0).with(ROTATE, 15.0)
					.with(ROTATE_CHOICES, 0).with(ROTATE_UPRIGHT, 0.0).with(CORNERS, "gray").with(CROP_LOW, 0.8)
					.with(MIRROR, 0.5));

	/** All presets; the default is the first. */
	public static final List<Preset> ALL = List.of(STARFISH, PAPER_2017, PAPER_2017_MIXTURE, YOSINSKI_1, YOSINSKI_2,
			YOSINSKI_3, YOSINSKI_4, DEEPDREAM, LUCID, MACO);

	private Presets() {
	}

	/**
	 * The preset of this name.
	 *
	 * @throws StarfishException if there is none; lists those there are
	 */
	public static Preset of(String name) throws StarfishException {
		return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst()
				.orElseThrow(() -> new StarfishException("There is no preset '%s'; there are: %s.".formatted(
						name.length() > 60 ? name.substring(0, 60) + "..." : name,
						ALL.stream().map(Preset::name).collect(Collectors.joining(", ")))));
	}

	private static Parameters paper() {
		return Parameters.NEUTRAL.with(OCTAVE_SCALE, 1.7).with(NOISE, 1.0).with(OBJECTIVE, "softmax")
				.with(SATURATION, 0.999).with(INVERSION, 0.1).with(STEP_RULE, "normalized").with(RATE, 1.0)
				.with(RATE_LOW, 0.7).with(RATE_HIGH, 1.7).with(DECAY, 0.01).with(BLUR_TIMES_LOW, 3)
				.with(BLUR_TIMES_HIGH, 10).with(NORM_CLIP, 2.0).with(ROLL, 40);
	}

	private static Parameters yosinski() {
		return Parameters.NEUTRAL.with(NOISE, 10.0).with(RANGE, "clip").with(OBJECTIVE, "logit")
				.with(IMAGE_BLUR_EVERY, 4);
	}
}
