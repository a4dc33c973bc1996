// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.io.IOException;
import java.net.URL;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.ui.activation.Pixels;

/** What pictures of a preset look like: the starfish that GoogLeNet sees. */
final class PresetPicture extends ImageDescriptor {
	private static final int SIDE = 108;
	private static final int GRAY = 0x7f7f7f;

	private final Preset preset;

	PresetPicture(Preset preset) {
		this.preset = preset;
	}

	@Override
	public ImageData getImageData(int zoom) {
		if (zoom != 100) {
			// The picture is as large as it is, and scaled where it is drawn.
			return null;
		}
		URL file = PresetPicture.class.getResource("presets/" + preset.name() + ".jpg");
		if (file != null) {
			try (var stream = file.openStream()) {
				return new ImageLoader().load(stream)[0];
			} catch (IOException | SWTException e) {
				// A card without its picture still says what it is.
			}
		}
		return Pixels.data(RgbImage.filled(SIDE, SIDE, GRAY));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PresetPicture picture && picture.preset.equals(preset);
	}

	@Override
	public int hashCode() {
		return Objects.hash(preset.name());
	}
}
