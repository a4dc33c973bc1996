// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import java.util.Map;

/** Says what the presets are. */
final class PresetText {
	private static final Map<String, String> TEXTS = Map.of("imagenet-rgb", Messages.PresetText_imagenet, "caffe-bgr",
			Messages.PresetText_caffe, "vgg-bgr", Messages.PresetText_vgg, "cifar-rgb", Messages.PresetText_cifar, "zero-one",
			Messages.PresetText_zeroOne, "minus-one-one", Messages.PresetText_minusOneOne, "raw", Messages.PresetText_raw);

	private PresetText() {
	}

	/** What a preset is, in a sentence; nothing if it is not known here. */
	static String of(String preset) {
		return TEXTS.getOrDefault(preset, "");
	}
}
