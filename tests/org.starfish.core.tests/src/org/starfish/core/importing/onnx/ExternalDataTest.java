// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;
import org.starfish.core.network.operation.Arithmetic;

import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;
import onnx.Onnx.TensorProto.DataType;

/** Weights in files beside the model are read; files elsewhere never are. */
class ExternalDataTest {
	@TempDir
	Path temporary;

	private Path folder;

	@BeforeEach
	void writeWeights() throws IOException {
		folder = Files.createDirectories(temporary.resolve("model/sub")).getParent();
		ByteBuffer bytes = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(new float[] { 9, 1, 2, 3, 4 });
		Files.write(folder.resolve("weights.bin"), bytes.array());
		Files.write(folder.resolve("sub/weights.bin"), bytes.array());
		Files.write(temporary.resolve("weights.bin"), bytes.array());
	}

	private static OnnxBuilder model(String... entries) {
		TensorProto.Builder tensor = OnnxBuilder.header("c", DataType.FLOAT_VALUE, 4)
				.setDataLocation(DataLocation.EXTERNAL);
		for (int i = 0; i < entries.length; i += 2) {
			tensor.addExternalData(StringStringEntryProto.newBuilder().setKey(entries[i]).setValue(entries[i + 1]));
		}
		return new OnnxBuilder(13).input("x", 1, 4).tensor(tensor.build()).node("Add", "x c", "y").output("y");
	}

	private String refusal(String... entries) {
		return assertThrows(StarfishException.class, () -> model(entries).read(folder)).getMessage();
	}

	@ParameterizedTest
	@CsvSource({ "weights.bin", "sub/weights.bin", "sub/../weights.bin" })
	void filesInTheModelsFolderAreRead(String location) throws Exception {
		Network network = model("location", location, "offset", "4", "length", "16").read(folder);
		var sum = assertInstanceOf(Arithmetic.class, network.layer("y").operation());
		assertArrayEquals(new float[] { 1, 2, 3, 4 }, sum.constant().values());
	}

	@ParameterizedTest
	@CsvSource({ "../weights.bin", "sub/../../weights.bin", "/etc/passwd", "..", "." })
	void filesOutsideAreNotRead(String location) {
		String message = refusal("location", location);
		assertTrue(message.startsWith("The tensor 'c' of model.onnx lies in '" + location + "', outside"), message);
	}

	@Test
	void linksThatLeadOutsideAreNotFollowed() throws Exception {
		try {
			Files.createSymbolicLink(folder.resolve("link.bin"), temporary.resolve("weights.bin"));
		} catch (UnsupportedOperationException | IOException e) {
			Assumptions.abort("no symbolic links here");
		}
		assertTrue(refusal("location", "link.bin").contains("outside the model's folder"));
	}

	@ParameterizedTest
	@CsvSource({ "8, 16", "4, 12", "-1, 16", "9223372036854775807, 16", "4, 99999999999", "x, 16" })
	void positionsBeyondTheFileAreRefused(String offset, String length) {
		String message = refusal("location", "weights.bin", "offset", offset, "length", length);
		assertTrue(message.startsWith("The tensor 'c' of model.onnx"), message);
	}

	@Test
	void missingFilesAreNamed() {
		assertTrue(refusal("location", "gone.bin").equals(
				"The tensor 'c' of model.onnx lies in the file gone.bin, which is not there; put it beside the model."));
	}
}
