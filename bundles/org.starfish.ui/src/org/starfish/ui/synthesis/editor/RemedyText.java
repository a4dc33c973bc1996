// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import org.starfish.core.synthesis.Diagnosis;
import org.starfish.core.synthesis.Remedy;

/** What is wrong with an ascent and what may help, in words. */
final class RemedyText {
	private RemedyText() {
	}

	/** What is wrong, in one sentence; what may help stands on buttons. */
	static String problem(Diagnosis diagnosis) {
		return switch (diagnosis) {
		case DEAD_UNIT -> Messages.RemedyText_deadUnit;
		case SATURATED -> Messages.RemedyText_saturated;
		case ZERO_GRADIENT -> Messages.RemedyText_zeroGradient;
		case NOT_A_NUMBER -> Messages.RemedyText_notANumber;
		case UNCHANGING -> Messages.RemedyText_unchanging;
		case CLIPPED -> Messages.RemedyText_clipped;
		case WRONG_PREPROCESSING -> Messages.RemedyText_wrongPreprocessing;
		};
	}

	/** What a button is called. */
	static String name(Remedy remedy) {
		return switch (remedy) {
		case OPEN_RECTIFIERS -> Messages.RemedyText_openRectifiers;
		case LAYER_BEFORE_RECTIFIER -> Messages.RemedyText_layerBefore;
		case MAXIMIZE_LOGIT -> Messages.RemedyText_logit;
		case INVERT_GRADIENT -> Messages.RemedyText_invert;
		case NEXT_SEED -> Messages.RemedyText_nextSeed;
		case START_FROM_IMAGE -> Messages.RemedyText_fromImage;
		case OTHER_UNIT -> Messages.RemedyText_otherUnit;
		case SMALLER_STEPS -> Messages.RemedyText_smallerSteps;
		case LARGER_STEPS -> Messages.RemedyText_largerSteps;
		case DEFAULT_PRESET -> Messages.RemedyText_defaultPreset;
		case LIKELY_PREPROCESSING -> Messages.RemedyText_preprocessing;
		};
	}

	/** What a button does, in one sentence. */
	static String hint(Remedy remedy) {
		return switch (remedy) {
		case OPEN_RECTIFIERS -> Messages.RemedyText_openRectifiersHint;
		case LAYER_BEFORE_RECTIFIER -> Messages.RemedyText_layerBeforeHint;
		case MAXIMIZE_LOGIT -> Messages.RemedyText_logitHint;
		case INVERT_GRADIENT -> Messages.RemedyText_invertHint;
		case NEXT_SEED -> Messages.RemedyText_nextSeedHint;
		case START_FROM_IMAGE -> Messages.RemedyText_fromImageHint;
		case OTHER_UNIT -> Messages.RemedyText_otherUnitHint;
		case SMALLER_STEPS -> Messages.RemedyText_smallerStepsHint;
		case LARGER_STEPS -> Messages.RemedyText_largerStepsHint;
		case DEFAULT_PRESET -> Messages.RemedyText_defaultPresetHint;
		case LIKELY_PREPROCESSING -> Messages.RemedyText_preprocessingHint;
		};
	}
}
