// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
	private static final byte[] OLD = { 1, 2, 3 };
	private static final byte[] NEW = { 4, 5 };

	@TempDir
	private Path folder;

	@Test
	void writesTheContentAndNothingElse() throws Exception {
		Path file = folder.resolve("result.bin");
		ResultFile.at(file, false).write(NEW);
		assertArrayEquals(NEW, Files.readAllBytes(file));
		assertEquals(List.of("result.bin"), names());
	}

	@Test
	void neverOverwritesUnlessForced() throws Exception {
		Path file = folder.resolve("result.bin");
		Files.write(file, OLD);
		String message = assertThrows(StarfishException.class, () -> ResultFile.at(file, false)).getMessage();
		assertTrue(message.contains("--force") && message.contains(file.toString()), message);
		ResultFile.at(file, true).write(NEW);
		assertArrayEquals(NEW, Files.readAllBytes(file));
	}

	@Test
	void ofResultsThatBelongTogetherAllAreWritten() throws Exception {
		var contents = new LinkedHashMap<ResultFile, byte[]>();
		Files.write(folder.resolve("a"), OLD);
		contents.put(ResultFile.at(folder.resolve("a"), true), NEW);
		contents.put(ResultFile.at(folder.resolve("b"), false), NEW);
		ResultFile.writeTogether(contents);
		assertArrayEquals(NEW, Files.readAllBytes(folder.resolve("a")));
		assertArrayEquals(NEW, Files.readAllBytes(folder.resolve("b")));
		assertEquals(List.of("a", "b"), names());
	}

	@Test
	void ofResultsThatBelongTogetherNoneIsWrittenIfOneCannotBe() throws Exception {
		var contents = new LinkedHashMap<ResultFile, byte[]>();
		Files.write(folder.resolve("a"), OLD);
		contents.put(ResultFile.at(folder.resolve("a"), true), NEW);
		contents.put(ResultFile.at(folder.resolve("b"), false), NEW);
		// Of the same name as the one before: taken by the time that it is to be placed.
		contents.put(ResultFile.at(folder.resolve("b"), false), NEW);
		String message = assertThrows(StarfishException.class, () -> ResultFile.writeTogether(contents)).getMessage();
		assertTrue(message.contains(folder.resolve("b").toString()), message);
		assertArrayEquals(OLD, Files.readAllBytes(folder.resolve("a")));
		assertEquals(List.of("a"), names());
	}

	@Test
	void aFileThatAppearsWhileTheWorkRunsIsKept() throws Exception {
		Path file = folder.resolve("result.bin");
		ResultFile result = ResultFile.at(file, false);
		Files.write(file, OLD);
		assertThrows(StarfishException.class, () -> result.write(NEW));
		assertThrows(StarfishException.class, () -> ResultFile.at(folder.resolve("other"), false).write(stream -> {
			stream.write(NEW);
			Files.write(folder.resolve("other"), OLD);
		}));
		assertArrayEquals(OLD, Files.readAllBytes(file));
		assertArrayEquals(OLD, Files.readAllBytes(folder.resolve("other")));
		assertEquals(List.of("other", "result.bin"), names());
	}

	@Test
	void aFailedWriteLeavesTheOldFileAlone() throws Exception {
		Path file = folder.resolve("result.bin");
		Files.write(file, OLD);
		String message = assertThrows(StarfishException.class, () -> ResultFile.at(file, true).write(stream -> {
			stream.write(NEW);
			throw new IOException("the disk is full");
		})).getMessage();
		assertTrue(message.contains("the disk is full"), message);
		assertArrayEquals(OLD, Files.readAllBytes(file));
		assertEquals(List.of("result.bin"), names());
	}

	@Test
	void foldersAndMissingFoldersAreRefusedBeforeTheWork() {
		assertThrows(StarfishException.class, () -> ResultFile.at(folder, true));
		assertThrows(StarfishException.class, () -> ResultFile.at(folder.resolve("none/result.bin"), false));
	}

	@Test
	void aLinkStaysALink() throws Exception {
		Path file = Files.write(folder.resolve("file"), OLD);
		Path link = folder.resolve("link");
		try {
			Files.createSymbolicLink(link, file);
		} catch (IOException | UnsupportedOperationException e) {
			Assumptions.abort("no symbolic links here");
		}
		assertThrows(StarfishException.class, () -> ResultFile.at(link, false));
		ResultFile.at(link, true).write(NEW);
		assertTrue(Files.isSymbolicLink(link));
		assertFalse(Files.isSymbolicLink(file));
		assertArrayEquals(NEW, Files.readAllBytes(file));
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(path -> path.getFileName().toString()).sorted().toList();
		}
	}
}
