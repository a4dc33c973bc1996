// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String DraftForm_bgr;
	public static String DraftForm_black;
	public static String DraftForm_blackName;
	public static String DraftForm_blue;
	public static String DraftForm_channelsFirst;
	public static String DraftForm_channelsLast;
	public static String DraftForm_crop;
	public static String DraftForm_custom;
	public static String DraftForm_customIs;
	public static String DraftForm_deviation;
	public static String DraftForm_deviationName;
	public static String DraftForm_fit;
	public static String DraftForm_formula;
	public static String DraftForm_formulaIs;
	public static String DraftForm_gray;
	public static String DraftForm_green;
	public static String DraftForm_mean;
	public static String DraftForm_meanName;
	public static String DraftForm_order;
	public static String DraftForm_preset;
	public static String DraftForm_range;
	public static String DraftForm_red;
	public static String DraftForm_rgb;
	public static String DraftForm_size;
	public static String DraftForm_sizeIs;
	public static String DraftForm_stretch;
	public static String DraftForm_white;
	public static String DraftForm_whiteName;
	public static String Draft_missing;
	public static String Draft_noNumber;
	public static String Draft_notAbove;
	public static String Draft_notPositive;
	public static String EffectPanel_asking;
	public static String EffectPanel_channelRange;
	public static String EffectPanel_cropped;
	public static String EffectPanel_noPicture;
	public static String EffectPanel_numbers;
	public static String EffectPanel_range;
	public static String EffectPanel_says;
	public static String EffectPanel_seen;
	public static String EffectPanel_stretched;
	public static String EffectPanel_time;
	public static String GuessJob_name;
	public static String PreprocessingPage_byHand;
	public static String PreprocessingPage_guess;
	public static String PreprocessingPage_guessed;
	public static String PreprocessingPage_save;
	public static String PreprocessingPage_stored;
	public static String PreprocessingPage_storedBecause;
	public static String PreprocessingPage_storing;
	public static String PreprocessingPage_title;
	public static String PreprocessingPage_tried;
	public static String PreprocessingPage_triedGuess;
	public static String PreprocessingPage_wrong;
	public static String PresetText_caffe;
	public static String PresetText_cifar;
	public static String PresetText_imagenet;
	public static String PresetText_minusOneOne;
	public static String PresetText_raw;
	public static String PresetText_vgg;
	public static String PresetText_zeroOne;

	static {
		initializeMessages("org.starfish.ui.preprocessing.messages", Messages.class);
	}
}
