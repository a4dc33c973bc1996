// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.starfish.testkit.TestData;
import org.starfish.ui.tests.drive.Driver;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Takes the pictures of the documentation; see {@code ./starfish screenshots}. */
public final class Screenshots implements Driver {
	private static final String SUFFIX = "suffix=";

	private final Map<String, Picture> pictures = new LinkedHashMap<>();

	/** Knows all pictures. */
	public Screenshots() {
		LookPictures.addTo(pictures);
		SynthesisPictures.addTo(pictures);
	}

	/**
	 * Takes pictures.
	 *
	 * @param arguments the file with the screen's memory, its scale in percent, the folder for the pictures, what is put
	 *        behind their names, and which ones to take, all if none is named
	 */
	@Override
	public void drive(WorkbenchPage window, List<String> arguments) throws Exception {
		List<String> named = arguments.subList(4, arguments.size());
		for (String name : named) {
			if (!pictures.containsKey(name)) {
				throw new IllegalArgumentException("There is no picture '%s'. There are: %s".formatted(name,
						String.join(", ", pictures.keySet())));
			}
		}
		var camera = new Camera(Path.of(arguments.get(0)), Integer.parseInt(arguments.get(1)) / 100,
				Path.of(arguments.get(2)), arguments.get(3).substring(SUFFIX.length()));
		var stage = new Stage(window, camera, Study.make(window, TestData.folder()));
		for (String name : named.isEmpty() ? pictures.keySet() : named) {
			stage.reset();
			pictures.get(name).draw(stage);
		}
	}
}
