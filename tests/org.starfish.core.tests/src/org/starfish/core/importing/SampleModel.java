// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.google.gson.Gson;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;
import org.starfish.testkit.TestData;

/**
 * What is expected of a file of the test data.
 *
 * @param file its name
 * @param error the sentence that it is refused with; null if it opens
 * @param output the name of its first output
 * @param shape of that output
 * @param golden the folder of its reference tensors, or null
 * @param gradient which of these is a gradient, or null
 * @param unit what the gradient is of, as layer and channel; null for the sum of each example's largest output
 * @param tie the example, if any, in which a value before a rectifier is so near its kink that the rounding of float32
 *        decides whether the gradient passes (in MobileNet's: position 20,28 of channel 29 of conv_dw_3_bn, which is
 *        2.5e-6 in double precision and not above 0 in the reference); it is compared loosely
 */
record SampleModel(String file, String error, String format, int layers, long parameters, String input, String output,
		String shape, String golden, String gradient, String unit, Integer tie) {
	/** All that models.json lists. */
	static List<SampleModel> all() throws IOException {
		try (Reader reader = new InputStreamReader(SampleModel.class.getResourceAsStream("models.json"),
				StandardCharsets.UTF_8)) {
			return Arrays.asList(new Gson().fromJson(reader, SampleModel[].class));
		}
	}

	/** Where the file lies; the calling test is skipped where it is absent. */
	Path path() {
		return TestData.model(file);
	}

	/** The network; the calling test is skipped where the file is absent. */
	Network read() throws StarfishException {
		return ModelImporters.builtIn().read(path(), Progress.NONE);
	}

	/** The names of the layers that there are reference tensors for. */
	List<String> goldenLayers() throws IOException {
		try (var files = Files.list(TestData.require("goldens/" + golden))) {
			return files.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith("layer."))
					.map(name -> name.substring(6, name.length() - 4).replace("__", "/")).sorted().toList();
		}
	}

	@Override
	public String toString() {
		return file;
	}
}
