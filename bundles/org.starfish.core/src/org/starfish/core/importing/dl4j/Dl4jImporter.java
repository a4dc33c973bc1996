// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

import com.google.gson.JsonObject;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.network.Network;

/**
 * Reads DL4J models as {@code ModelSerializer} writes them: zips of a configuration and a vector of parameters, of both
 * kinds of network, in all forms of the configuration that DL4J itself still reads.
 */
public final class Dl4jImporter implements ModelImporter {
	private static final byte[] ZIP = { 'P', 'K', 3, 4 };
	private static final int NAME = 30;

	@Override
	public String format() {
		return "DL4J";
	}

	@Override
	public boolean matches(Path file, byte[] head) throws IOException {
		for (int i = 0; i < ZIP.length; i++) {
			if (head.length <= i || head[i] != ZIP[i]) {
				return false;
			}
		}
		// A zip that was cut off has lost its directory, but its first entry still has a name.
		return startsWith(head, ModelZip.CONFIGURATION) || startsWith(head, ModelZip.COEFFICIENTS) || ModelZip.isOne(file);
	}

	@Override
	public Network read(Path file, Progress progress) throws StarfishException, IOException {
		try (var zip = new ModelZip(file)) {
			progress.report("Reading the configuration", 0);
			JsonObject json = new ConfigurationGate(file).pass(zip.configuration());
			Graph graph = graph(json, file);
			List<Parameters> parameters = parameters(graph, zip, file, progress);
			return new InputSearch(graph).network(new Translation(graph, parameters, file), "DL4J");
		} catch (ZipException | EOFException e) {
			throw new StarfishException("%s is damaged or cut off; get a fresh copy of it.".formatted(file.getFileName()),
					e);
		}
	}

	private static Graph graph(JsonObject json, Path file) throws StarfishException {
		boolean layers = json.has("confs");
		if (!layers && !json.has("vertices")) {
			throw new StarfishException("The configuration of %s describes no network of DL4J."
					.formatted(file.getFileName()));
		}
		String text = json.toString();
		if (text.contains("\"boundingBoxes\":{")) {
			// These become an array of ND4J's, which the engine must have started.
			Engine.description();
		}
		// Files without it are older than 1.0.0-beta7; those of beta7 itself cannot be told from newer ones.
		boolean kernelFirst = text.contains("\"rnnDataFormat\":");
		try {
			return layers ? Graph.of(MultiLayerConfiguration.fromJson(text), kernelFirst, file)
					: Graph.of(ComputationGraphConfiguration.fromJson(text), kernelFirst, file);
		} catch (RuntimeException e) {
			throw new StarfishException(
					"DL4J cannot read the configuration of %s; it is damaged, or uses layers that are not DL4J's own."
							.formatted(file.getFileName()),
					e);
		}
	}

	/** Counts what the configuration asks for before anything is allocated for it. */
	private static List<Parameters> parameters(Graph graph, ModelZip zip, Path file, Progress progress)
			throws StarfishException, IOException {
		long[] counts = new long[graph.nodes().size()];
		long total = 0;
		for (int i = 0; i < counts.length; i++) {
			try {
				counts[i] = ParameterCount.of(graph.nodes().get(i));
			} catch (StarfishException e) {
				throw new StarfishException(graph.nodes().get(i).refusal(file, e.getMessage()), e);
			}
			total += counts[i];
		}
		float[] all = new float[0];
		if (total > 0) {
			if (total > zip.coefficientBytes()) {
				throw new StarfishException(
						"The configuration of %s asks for %d parameters, but it holds only %d bytes of them; the file is damaged or was edited."
								.formatted(file.getFileName(), total, zip.coefficientBytes()));
			}
			try (InputStream in = zip.coefficients()) {
				all = new StoredArray(in, file.getFileName().toString()).vector(total, progress);
			}
		}
		List<Parameters> parameters = new ArrayList<>();
		int offset = 0;
		for (long count : counts) {
			parameters.add(new Parameters(all, offset, (int) count));
			offset += (int) count;
		}
		return parameters;
	}

	private static boolean startsWith(byte[] head, String name) {
		byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
		return head.length >= NAME + bytes.length
				&& Arrays.equals(head, NAME, NAME + bytes.length, bytes, 0, bytes.length);
	}
}
