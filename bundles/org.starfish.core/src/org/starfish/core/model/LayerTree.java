// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The layers of a network as a tree, grouped by their names: {@code inception_4c/3x3} lies in {@code inception_4c}. A
 * node may be a layer and a group at once, as {@code conv1} with {@code conv1/linear} is.
 * <p>
 * Slashes always part a name. If the tree would still be a long list, names without slashes are parted behind what
 * carries a number, as Keras has it: {@code block1_conv1} lies in {@code block1}, {@code conv_dw_2_bn} in
 * {@code conv_dw_2}. A group of one is no group.
 *
 * @param name the part of the name that its parent has not; empty for the root
 * @param path the name up to here; a layer's name, if this is one
 * @param layer the layer of that name, if there is one
 * @param children in running order
 */
public record LayerTree(String name, String path, Optional<LayerFacts> layer, List<LayerTree> children) {
	/** A longer list of layers is better grouped. */
	private static final int LONG = 40;
	private static final Pattern BETWEEN_SLASHES = Pattern.compile("/*[^/]+|/+");
	private static final Pattern WORDS = Pattern.compile("[_.]*[^_.]+|[_.]+");

	public LayerTree {
		children = List.copyOf(children);
	}

	/** Groups layers, which are given in running order. */
	static LayerTree of(List<LayerFacts> layers) {
		LayerTree tree = new Group(layers, false).tree();
		return tree.children.size() > LONG ? new Group(layers, true).tree() : tree;
	}

	/** The number of layers in this group, this one among them. */
	public int layers() {
		return (layer.isPresent() ? 1 : 0) + children.stream().mapToInt(LayerTree::layers).sum();
	}

	/** The trained numbers of all layers in this group. */
	public long parameters() {
		return layer.map(LayerFacts::parameters).orElse(0L)
				+ children.stream().mapToLong(LayerTree::parameters).sum();
	}

	/** The floating point operations of all layers in this group. */
	public long flops() {
		return layer.map(LayerFacts::flops).orElse(0L) + children.stream().mapToLong(LayerTree::flops).sum();
	}

	/** The share of all layers in this group of the network's floating point operations, 0 to 1. */
	public double share() {
		return layer.map(LayerFacts::share).orElse(0.0) + children.stream().mapToDouble(LayerTree::share).sum();
	}

	/** The layer of this group that runs last: what the group answers. Empty for the root of no layers. */
	public Optional<LayerFacts> last() {
		return Stream.concat(layer.stream(), children.stream().flatMap(child -> child.last().stream()))
				.max(Comparator.comparingInt(LayerFacts::index));
	}

	/** A node while the tree is built. */
	private static final class Group {
		private final Map<String, Group> groups = new LinkedHashMap<>();
		private Optional<LayerFacts> layer = Optional.empty();

		Group() {
		}

		Group(List<LayerFacts> layers, boolean byNumbers) {
			for (LayerFacts layer : layers) {
				Group group = this;
				for (String part : parts(layer.name(), byNumbers)) {
					group = group.groups.computeIfAbsent(part, key -> new Group());
				}
				group.layer = Optional.of(layer);
			}
		}

		LayerTree tree() {
			return new LayerTree("", "", Optional.empty(), children(""));
		}

		private LayerTree tree(String part, String parent) {
			if (layer.isEmpty() && groups.size() == 1) {
				var only = groups.entrySet().iterator().next();
				return only.getValue().tree(part + only.getKey(), parent);
			}
			String path = parent + part;
			return new LayerTree(shown(part), path, layer, children(path));
		}

		private List<LayerTree> children(String path) {
			List<LayerTree> children = new ArrayList<>();
			groups.forEach((part, group) -> children.add(group.tree(part, path)));
			return children;
		}
	}

	/** Parts a name; each part but the first begins with what parts it from the one before. */
	private static List<String> parts(String name, boolean byNumbers) {
		if (name.indexOf('/') >= 0 || !byNumbers) {
			return BETWEEN_SLASHES.matcher(name).results().map(MatchResult::group).toList();
		}
		List<String> parts = new ArrayList<>();
		var part = new StringBuilder();
		List<String> words = WORDS.matcher(name).results().map(MatchResult::group).toList();
		for (int i = 0; i < words.size(); i++) {
			part.append(words.get(i));
			boolean last = i == words.size() - 1;
			// A number alone belongs to the words before it: conv2d_1 lies in no conv2d.
			if (last || words.get(i).matches(".*\\d.*") && !words.get(i + 1).matches("[_.]+\\d+")) {
				parts.add(part.toString());
				part.setLength(0);
			}
		}
		return parts;
	}

	private static String shown(String part) {
		String shown = part.replaceFirst("^[/_.]+", "");
		return shown.isEmpty() ? part : shown;
	}
}
