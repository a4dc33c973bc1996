// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;

/**
 * Writes small Keras models, as Keras does. In configurations {@code '} stands for quotation marks.
 */
final class KerasBuilder {
	private final String configuration;
	private final Map<String, Map<String, Object>> weights = new LinkedHashMap<>();
	private String version = "2.4.0";
	private String backend = "tensorflow";

	private KerasBuilder(String configuration) {
		this.configuration = configuration.replace('\'', '"');
	}

	/** A model with a configuration of its own. */
	static KerasBuilder of(String configuration) {
		return new KerasBuilder(configuration);
	}

	/** A model of layers that each read the one before; the first is to state the input. */
	static KerasBuilder sequential(String... layers) {
		return new KerasBuilder(sequentialModel("model", layers));
	}

	/** A model of layers with {@link #inbound} each, an input layer {@code in} before them. */
	static KerasBuilder functional(String input, String output, String... layers) {
		return new KerasBuilder(functionalModel("model", input, output, layers));
	}

	/** The configuration of a sequential model. */
	static String sequentialModel(String name, String... layers) {
		return "{'class_name':'Sequential','name':'%s','config':{'name':'%s','layers':[%s]}}".formatted(name, name,
				String.join(",", layers));
	}

	/** The configuration of a functional model that takes inputs of a shape. */
	static String functionalModel(String name, String input, String output, String... layers) {
		return "{'class_name':'Functional','name':'%s','config':{'name':'%s','layers':[%s],'input_layers':[['in',0,0]],'output_layers':[['%s',0,0]]}}"
				.formatted(name, name,
						String.join(",",
								Stream.concat(Stream.of(layer("InputLayer", "in", "'batch_input_shape':" + input)),
										Stream.of(layers)).toList()),
						output);
	}

	/** The configuration of a layer; its fields are written as JSON. */
	static String layer(String className, String name, String fields) {
		return "{'class_name':'%s','name':'%s','config':{'name':'%s'%s}}".formatted(className, name, name,
				fields.isEmpty() ? "" : "," + fields);
	}

	/** A layer or model of a functional model, that reads others. */
	static String inbound(String layer, String... inputs) {
		String all = Stream.of(inputs).map(input -> "['%s',0,0,{}]".formatted(input)).reduce((a, b) -> a + "," + b)
				.orElseThrow();
		return layer.substring(0, layer.length() - 1) + ",'inbound_nodes':[[%s]]}".formatted(all);
	}

	KerasBuilder version(String keras, String computing) {
		version = keras;
		backend = computing;
		return this;
	}

	/**
	 * Trained numbers.
	 *
	 * @param layer whose, as its group in the file is called
	 * @param name as in {@code conv/kernel:0}
	 */
	KerasBuilder weight(String layer, String name, int[] shape, float... values) {
		weights.computeIfAbsent(layer, any -> new LinkedHashMap<>()).put(name, nested(shape, values, new int[1], 0));
		return this;
	}

	/** Writes an HDF5 file. */
	Path write(Path file) {
		try (var hdf = HdfFile.write(file)) {
			hdf.putAttribute("model_config", configuration);
			hdf.putAttribute("keras_version", version);
			hdf.putAttribute("backend", backend);
			WritableGroup group = hdf.putGroup("model_weights");
			weights.forEach((layer, arrays) -> {
				WritableGroup own = put(group, layer, arrays);
				own.putAttribute("weight_names", arrays.keySet().toArray(String[]::new));
			});
		}
		return file;
	}

	/** Writes a {@code .keras} file, with its layers' arrays as {@code layers/conv2d/vars}. */
	Path writeZip(Path file) throws IOException {
		Path hdf = file.resolveSibling("weights.tmp");
		try (var writable = HdfFile.write(hdf)) {
			weights.forEach((path, arrays) -> put(writable, path, arrays));
		}
		try (OutputStream out = Files.newOutputStream(file); var zip = new ZipOutputStream(out)) {
			put(zip, "metadata.json", "{\"keras_version\": \"3.3.3\"}".getBytes(StandardCharsets.UTF_8));
			put(zip, "config.json", configuration.getBytes(StandardCharsets.UTF_8));
			put(zip, "model.weights.h5", Files.readAllBytes(hdf));
		}
		return file;
	}

	/** The network that an HDF5 file of this opens as. */
	Network read(Path folder) throws StarfishException, IOException {
		return new KerasImporter().read(write(folder.resolve("model.h5")), Progress.NONE);
	}

	/** The network that a {@code .keras} file of this opens as. */
	Network readZip(Path folder) throws StarfishException, IOException {
		return new KerasImporter().read(writeZip(folder.resolve("model.keras")), Progress.NONE);
	}

	static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content);
		zip.closeEntry();
	}

	private static WritableGroup put(WritableGroup parent, String path, Map<String, Object> arrays) {
		WritableGroup own = group(parent, List.of(path.split("/")));
		arrays.forEach((name, values) -> {
			List<String> parts = new ArrayList<>(List.of(name.split("/")));
			String last = parts.removeLast();
			group(own, parts).putDataset(last, values);
		});
		return own;
	}

	private static WritableGroup group(WritableGroup parent, List<String> path) {
		WritableGroup group = parent;
		for (String name : path) {
			group = group.getChild(name) instanceof WritableGroup known ? known : group.putGroup(name);
		}
		return group;
	}

	private static Object nested(int[] shape, float[] values, int[] next, int axis) {
		Object array = Array.newInstance(float.class, Arrays.copyOfRange(shape, axis, shape.length));
		for (int i = 0; i < shape[axis]; i++) {
			if (axis == shape.length - 1) {
				Array.setFloat(array, i, values[next[0]++]);
			} else {
				Array.set(array, i, nested(shape, values, next, axis + 1));
			}
		}
		return array;
	}
}
