// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which package of a source folder knows which other one of it. */
final class PackageGraph {
	private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
	private static final Pattern CLASS = Pattern.compile("\\b(org\\.starfish(?:\\.[a-z0-9]+)+)\\.([A-Z]\\w*)");

	/**
	 * That one package knows another.
	 *
	 * @param example two classes of them
	 */
	private record Edge(String from, String to, String example) {
	}

	private final List<Edge> edges;

	private PackageGraph(List<Edge> edges) {
		this.edges = edges;
	}

	/** The packages of a folder such as {@code bundles/org.starfish.core/src}. */
	static PackageGraph of(Path folder) throws IOException {
		Map<Path, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				texts.put(file, Files.readString(file));
			}
		}
		Set<String> packages = texts.values().stream().map(PackageGraph::packageOf).collect(Collectors.toSet());
		Map<String, Edge> edges = new TreeMap<>();
		texts.forEach((file, text) -> {
			String from = packageOf(text);
			Matcher known = CLASS.matcher(text);
			while (known.find()) {
				String to = known.group(1);
				if (!to.equals(from) && packages.contains(to)) {
					String name = file.getFileName().toString().replace(".java", "");
					edges.putIfAbsent(from + ' ' + to, new Edge(from, to, name + " knows " + known.group(2)));
				}
			}
		});
		return new PackageGraph(List.copyOf(edges.values()));
	}

	private static String packageOf(String text) {
		Matcher declared = PACKAGE.matcher(text);
		return declared.find() ? declared.group(1) : "";
	}

	/**
	 * Whatever closes a cycle.
	 *
	 * @param families packages that may know their children and be known by them; for all others they count as one
	 * @return for each such pair of packages, two classes that make it one; empty if there is no cycle
	 */
	Set<String> cycles(Set<String> families) {
		UnaryOperator<String> family = name -> families.stream()
				.filter(parent -> name.equals(parent) || name.startsWith(parent + '.')).findFirst().orElse(name);
		List<Edge> between = edges.stream().map(
				edge -> new Edge(family.apply(edge.from()), family.apply(edge.to()), edge.example()))
				.filter(edge -> !edge.from().equals(edge.to())).toList();
		List<Edge> downwards = edges.stream()
				.filter(edge -> !(families.contains(edge.to()) && edge.from().startsWith(edge.to() + '.'))).toList();
		Set<String> found = new TreeSet<>(inCycles(between));
		found.addAll(inCycles(downwards));
		return found;
	}

	private static Set<String> inCycles(List<Edge> edges) {
		Map<String, Set<String>> next = edges.stream().collect(
				Collectors.groupingBy(Edge::from, Collectors.mapping(Edge::to, Collectors.toSet())));
		return edges.stream().filter(edge -> reaches(edge.to(), edge.from(), next))
				.map(edge -> edge.from() + " -> " + edge.to() + ": " + edge.example()).collect(Collectors.toSet());
	}

	private static boolean reaches(String from, String to, Map<String, Set<String>> next) {
		Set<String> seen = new HashSet<>(Set.of(from));
		Queue<String> open = new ArrayDeque<>(seen);
		while (!open.isEmpty()) {
			String at = open.remove();
			if (at.equals(to)) {
				return true;
			}
			next.getOrDefault(at, Set.of()).stream().filter(seen::add).forEach(open::add);
		}
		return false;
	}
}
