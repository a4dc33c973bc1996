// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.util.Optional;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.testkit.TestData;

/** Models of the test data. */
public final class SampleModel {
	private SampleModel() {
	}

	/**
	 * Opens a model.
	 *
	 * @throws StarfishException if the test data, or the model, are not there
	 */
	public static Model open(String file) throws StarfishException {
		return Model.read(ModelFile.of(TestData.folder().resolve("models").resolve(file).toString()),
				ModelImporters.builtIn(), Optional.empty(), Optional.empty(), Progress.NONE);
	}
}
