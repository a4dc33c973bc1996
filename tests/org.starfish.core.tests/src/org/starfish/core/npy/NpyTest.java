// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.testkit.TestData;

class NpyTest {
	@TempDir
	private Path folder;

	@Test
	void whatIsWrittenIsReadAgain() throws Exception {
		var random = new Random(1);
		for (int[] shape : new int[][] { {}, { 1 }, { 7 }, { 2, 3 }, { 1, 3, 40, 50 }, { 70_000, 2 } }) {
			float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
			for (int i = 0; i < values.length; i++) {
				values[i] = (float) random.nextGaussian();
			}
			values[0] = Float.NEGATIVE_INFINITY;
			var tensor = new NpyTensor(shape, values);
			byte[] file = NpyWriter.encode(tensor);
			assertEquals(0, (file.length - 4 * values.length) % 64, "data are aligned");
			assertEquals(tensor, read(file));
		}
	}

	@Test
	void aFileIsWrittenAsNumpyWritesIt() {
		byte[] file = NpyWriter.encode(new int[] { 3 }, new float[] { 1, 2, 3 });
		assertEquals("\u0093NUMPY\1\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }" + " ".repeat(60)
				+ "\n",
				new String(file, 0, 128, StandardCharsets.ISO_8859_1));
	}

	@ParameterizedTest
	@CsvSource({ "<f4,4", ">f4,4", "<f8,8", ">f8,8", "<f2,2", "<i8,8", ">i4,4", "<i2,2", "|i1,1", "|u1,1", ">u2,2",
			"<u4,4", "<u8,8" })
	void allPlainTypesAreRead(String type, int bytes) throws Exception {
		ByteBuffer data = ByteBuffer.allocate(3 * bytes)
				.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		for (int value : new int[] { 0, 1, 100 }) {
			switch (type.charAt(1) == 'f' ? -bytes : bytes) {
			case -2 -> data.putShort(Float.floatToFloat16(value));
			case -4 -> data.putFloat(value);
			case -8 -> data.putDouble(value);
			case 1 -> data.put((byte) value);
			case 2 -> data.putShort((short) value);
			case 4 -> data.putInt(value);
			default -> data.putLong(value);
			}
		}
		assertArrayEquals(new float[] { 0, 1, 100 }, read(file(type, "False", "3,", data.array())).values());
	}

	@Test
	void signsAreRespected() throws Exception {
		byte[] ones = new byte[8];
		Arrays.fill(ones, (byte) 0xff);
		assertEquals(-1, read(file("<i8", "False", "", ones)).values()[0]);
		assertEquals(18446744073709551615f, read(file("<u8", "False", "", ones)).values()[0]);
		assertEquals(255, read(file("|u1", "False", "", ones)).values()[0]);
		assertEquals(-1, read(file("|i1", "False", "", ones)).values()[0]);
		assertEquals(1, read(file("|b1", "False", "", new byte[] { 1 })).values()[0]);
	}

	@Test
	void fortranOrderIsTurnedIntoC() throws Exception {
		byte[] data = { 1, 4, 2, 5, 3, 6 };
		assertArrayEquals(new float[] { 1, 2, 3, 4, 5, 6 }, read(file("|u1", "True", "2, 3", data)).values());
	}

	@Test
	void laterVersionsOfTheHeaderAreRead() throws Exception {
		String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }\n";
		ByteBuffer file = ByteBuffer.allocate(12 + header.length() + 1).order(ByteOrder.LITTLE_ENDIAN);
		file.put(NpyWriter.MAGIC).put((byte) 2).put((byte) 0).putInt(header.length()).put(header.getBytes());
		file.put((byte) 9);
		assertArrayEquals(new float[] { 9 }, read(file.array()).values());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "<f4;False;2000000000,2000000000,2000000000", "<f4;False;4294967295,",
			"<f4;False;100000000,", "<f4;False;0,", "<f4;False;-1,", "<f4;False;1,1,1,1,1,1,1,1,1", "<f4;Maybe;1,",
			"<f3;False;1,", "|O;False;1,", "<U4;False;1,", "<c8;False;1,", "<M8;False;1,", "<f99;False;1,",
			"<f4;False;a", "<f4;False;1 1" })
	void hostileHeadersAreRefused(String type, String fortran, String shape) {
		refused(file(type, fortran, shape, new byte[16]));
	}

	@Test
	void structuresAreRefused() {
		String header = "{'descr': [('x', '<f4'), ('y', '<f4')], 'fortran_order': False, 'shape': (1,), }\n";
		refused(withHeader(header, new byte[8]));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 5, 6, 7, 9, 11, 50, 127, 128, 139 })
	void truncatedFilesAreRefused(int length) {
		refused(Arrays.copyOf(NpyWriter.encode(new int[] { 3 }, new float[3]), length));
	}

	@Test
	void damagedFilesAreReadOrRefused() throws Exception {
		byte[] file = NpyWriter.encode(new int[] { 2, 3 }, new float[6]);
		var random = new Random(5);
		for (int round = 0; round < 500; round++) {
			byte[] damaged = file.clone();
			for (int flips = 0; flips < 3; flips++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			try {
				read(damaged);
			} catch (StarfishException e) {
				assertTrue(e.getMessage().endsWith("."), e.getMessage());
			}
		}
	}

	@Test
	void whatIsNoFileIsRefused() {
		assertThrows(StarfishException.class, () -> NpyReader.read(folder));
		assertThrows(StarfishException.class, () -> NpyReader.read(folder.resolve("none.npy")));
	}

	@Test
	void numpysOwnFilesAreRead() throws Exception {
		NpyTensor output = NpyReader.read(TestData.golden("googlenet", "output.npy"));
		assertEquals(1000, output.values().length);
		assertEquals(0.99994445, output.values()[327], 1e-7);
	}

	private NpyTensor read(byte[] file) throws StarfishException, IOException {
		return NpyReader.read(Files.write(folder.resolve("tensor.npy"), file));
	}

	private void refused(byte[] file) {
		String message = assertThrows(StarfishException.class, () -> read(file)).getMessage();
		assertTrue(message.contains("tensor.npy") && message.endsWith("."), message);
	}

	private static byte[] file(String type, String fortran, String shape, byte[] data) {
		String header = "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }\n".formatted(type, fortran, shape);
		return withHeader(header, data);
	}

	private static byte[] withHeader(String header, byte[] data) {
		var file = new ByteArrayOutputStream();
		file.writeBytes(NpyWriter.MAGIC);
		file.writeBytes(new byte[] { 1, 0, (byte) header.length(), (byte) (header.length() >> 8) });
		file.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
		file.writeBytes(data);
		return file.toByteArray();
	}
}
