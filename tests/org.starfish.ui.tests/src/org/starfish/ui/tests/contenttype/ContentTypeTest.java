// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.contenttype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.content.IContentDescription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.testkit.TestData;
import org.starfish.ui.model.ModelFiles;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;

@ExtendWith(CleanWorkbench.class)
class ContentTypeTest {
	private TestProject project;

	@BeforeEach
	void makeProject() throws CoreException {
		project = new TestProject("models");
	}

	@ParameterizedTest
	@CsvSource({
			"googlenet.onnx, onnx",
			"mnist-8.onnx, onnx",
			"resnet20_cifar10.onnx, onnx",
			"mobilenet_v1_0.25_224.h5, keras",
			"pretrainedResnet.h5, keras",
			"vww_96.h5, keras",
			"weights_only_squeezenet_notop.h5, keras",
			"fer2013_mini_XCEPTION.102-0.66.hdf5, keras",
			"fer2013_mini_XCEPTION.keras, keras",
			"lenet_mnist.dl4j.zip, dl4j",
			"lenet_mnist_old_format.dl4j.zip, dl4j",
			"regression_080_cnn.dl4j.zip, dl4j",
			"SyntheticCNN_100b4.bin, dl4j",
	})
	void aRealModelIsKnownByItsFormat(String name, String format) throws CoreException {
		IFile file = project.link(TestData.model(name));
		assertEquals(ModelFiles.CONTENT_TYPE + "." + format, type(file));
		assertTrue(ModelFiles.isModel(file));
	}

	@Test
	void arraysWithoutANetworkAreNoModel() throws CoreException {
		assertFalse(ModelFiles.isModel(project.link(TestData.model("SyntheticCNN_Input_100b4.bin"))));
	}

	@Test
	void theExampleIsAModel() throws CoreException, IOException {
		IFile file = project.copy(TestData.projectRoot().resolve("bundles/org.starfish.examples/tidepool/tidepool.zip"));
		assertEquals("org.starfish.ui.model.dl4j", type(file));
	}

	@Test
	void anOrdinaryZipIsNoModel() throws CoreException, IOException {
		assertFalse(ModelFiles.isModel(project.write("papers.zip", zip("readme.txt", "folder/config.txt"))));
	}

	@Test
	void aZipWithAConfigurationBehindOtherEntriesIsAModel() throws CoreException, IOException {
		assertTrue(ModelFiles.isModel(project.write("late.zip", zip("updaterState.bin", "a", "b", "configuration.json"))));
	}

	@Test
	void aConfigurationInAFolderOfAZipMakesNoModel() throws CoreException, IOException {
		assertFalse(ModelFiles.isModel(project.write("other.zip", zip("settings/configuration.json"))));
	}

	@Test
	void aKerasZipIsNoDl4jModel() throws CoreException, IOException {
		IFile file = project.write("model.keras", zip("metadata.json", "config.json", "model.weights.h5"));
		assertEquals("org.starfish.ui.model.keras", type(file));
	}

	@Test
	void aModelThatWasCutOffIsStillAModel() throws CoreException, IOException {
		byte[] whole = Files.readAllBytes(
				TestData.projectRoot().resolve("bundles/org.starfish.examples/tidepool/tidepool.zip"));
		assertTrue(ModelFiles.isModel(project.write("cut.zip", Arrays.copyOf(whole, whole.length / 2))));
	}

	@Test
	void aDamagedFileKeepsTheTypeOfItsExtension() throws CoreException {
		byte[] noise = "no model at all".getBytes(StandardCharsets.UTF_8);
		assertEquals("org.starfish.ui.model.onnx", type(project.write("damaged.onnx", noise)));
		assertEquals("org.starfish.ui.model.keras", type(project.write("damaged.h5", noise)));
	}

	@Test
	void anEmptyFileAndATextAreNoModels() throws CoreException {
		assertFalse(ModelFiles.isModel(project.write("empty.zip", new byte[0])));
		assertFalse(ModelFiles.isModel(project.write("notes.bin", "text".getBytes(StandardCharsets.UTF_8))));
	}

	private static String type(IFile file) throws CoreException {
		IContentDescription description = file.getContentDescription();
		return description == null ? "none" : description.getContentType().getId();
	}

	private static byte[] zip(String... names) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			for (String name : names) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(name.getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}
}
