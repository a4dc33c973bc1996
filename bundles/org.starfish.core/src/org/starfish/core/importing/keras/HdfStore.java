// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Weights;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FloatingPoint;

/**
 * An HDF5 file, read through jHDF. Links are never followed, so no path that the file holds is ever used, and whatever
 * jHDF throws at damaged bytes becomes one sentence.
 */
final class HdfStore implements AutoCloseable {
	private static final int LONGEST_NAME_LIST = 10_000;

	private final Path file;
	private final HdfBytes bytes;
	private final HdfFile hdf;

	private HdfStore(Path file, HdfBytes bytes) throws StarfishException, IOException {
		this.file = file;
		this.bytes = bytes;
		try {
			this.hdf = guarded(() -> new HdfFile(bytes));
		} catch (StarfishException e) {
			bytes.close();
			throw e;
		}
	}

	/** Opens a file on disk. */
	static HdfStore open(Path file) throws StarfishException, IOException {
		return new HdfStore(file, HdfBytes.open(file));
	}

	/**
	 * Opens a file in memory.
	 *
	 * @param file where the bytes come from, for messages
	 */
	static HdfStore of(byte[] content, Path file) throws StarfishException, IOException {
		return new HdfStore(file, HdfBytes.of(content));
	}

	Group root() {
		return hdf;
	}

	/** A group below another, named by one or more names that {@code /} parts. */
	Optional<Group> group(Group parent, String path) throws StarfishException {
		return node(parent, path).filter(Group.class::isInstance).map(Group.class::cast);
	}

	/** An array below a group, named by one or more names that {@code /} parts. */
	Optional<Dataset> array(Group parent, String path) throws StarfishException {
		return node(parent, path).filter(Dataset.class::isInstance).map(Dataset.class::cast);
	}

	/** The names of everything in a group. */
	List<String> children(Group parent) throws StarfishException {
		return guarded(() -> List.copyOf(parent.getChildren().keySet()));
	}

	/** A text attribute. */
	Optional<String> text(Node node, String attribute) throws StarfishException {
		return data(node, attribute).filter(String.class::isInstance).map(String.class::cast);
	}

	/** An attribute that lists texts; Keras cuts a long one into {@code name0}, {@code name1}, ... */
	Optional<List<String>> texts(Node node, String attribute) throws StarfishException {
		if (guarded(() -> node.getAttribute(attribute) != null)) {
			return Optional.of(texts(data(node, attribute)));
		}
		List<String> all = new ArrayList<>();
		int part = 0;
		for (; part < LONGEST_NAME_LIST; part++) {
			String name = attribute + part;
			if (!guarded(() -> node.getAttribute(name) != null)) {
				break;
			}
			all.addAll(texts(data(node, name)));
		}
		return part == 0 ? Optional.empty() : Optional.of(all);
	}

	/** The numbers of an array, decoded. */
	Weights weights(Dataset array) throws StarfishException {
		if (!guarded(() -> array.getDataType() instanceof FloatingPoint)) {
			throw new StarfishException(
					"%s holds weights that are no floating point numbers (%s), as quantized models do; save the model with float32 weights."
							.formatted(file.getFileName(), guarded(array::getPath)));
		}
		return guarded(() -> {
			HdfChunks.check(array, bytes.size(), file);
			int[] shape = array.getDimensions();
			return Weights.of(shape, floats(array.getDataFlat()));
		});
	}

	@Override
	public void close() {
		try {
			bytes.close();
		} catch (IOException e) {
			// It was only read, so nothing is lost.
		}
	}

	private Optional<Node> node(Group parent, String path) throws StarfishException {
		Node node = parent;
		for (String name : path.split("/")) {
			if (name.isEmpty()) {
				continue;
			}
			if (!(node instanceof Group group)) {
				return Optional.empty();
			}
			node = guarded(() -> group.getChild(name));
			if (node != null && node.isLink()) {
				throw new StarfishException("%s keeps '%s' behind a link, and links are not followed; save the model again."
						.formatted(file.getFileName(), path));
			}
		}
		return Optional.ofNullable(node);
	}

	private Optional<Object> data(Node node, String attribute) throws StarfishException {
		return guarded(() -> Optional.ofNullable(node.getAttribute(attribute)).map(Attribute::getData));
	}

	private static List<String> texts(Optional<Object> data) {
		return data.filter(String[].class::isInstance).map(texts -> List.of((String[]) texts))
				.or(() -> data.filter(String.class::isInstance).map(text -> List.of((String) text))).orElse(List.of());
	}

	private static float[] floats(Object data) {
		return switch (data) {
		case float[] floats -> floats;
		case double[] doubles -> {
			float[] floats = new float[doubles.length];
			for (int i = 0; i < floats.length; i++) {
				floats[i] = (float) doubles[i];
			}
			yield floats;
		}
		case Number number -> new float[] { number.floatValue() };
		default -> throw new IllegalArgumentException("no numbers");
		};
	}

	/** Reads what jHDF may stumble over. */
	private <T> T guarded(Reading<T> reading) throws StarfishException {
		try {
			return reading.read();
		} catch (OutOfMemoryError e) {
			if (bytes.size() > Runtime.getRuntime().maxMemory() / 16) {
				throw e;
			}
			throw damaged(e);
		} catch (RuntimeException | StackOverflowError e) {
			throw damaged(e);
		}
	}

	private StarfishException damaged(Throwable cause) {
		return new StarfishException("%s is damaged: its HDF5 structure cannot be read; get a fresh copy of it."
				.formatted(file.getFileName()), cause);
	}

	private interface Reading<T> {
		T read() throws StarfishException;
	}
}
