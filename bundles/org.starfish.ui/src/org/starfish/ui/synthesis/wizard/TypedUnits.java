// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.UnitAddress.Unit;

/**
 * Several units, written one after the other as addresses, with commas, semicolons or spaces between them; {@code conv3:4-9} is a
 * range of channels.
 */
final class TypedUnits {
	/** Labels hold commas and spaces, and positions commas, so only what stands before an address separates. */
	private static final Pattern SEPARATOR = Pattern.compile("\\s*[;,\\s]\\s*(?=[^\\s;,]+:)");
	private static final Pattern RANGE = Pattern.compile("(.+):\\s*(\\d{1,6})\\s*-\\s*(\\d{1,6})");

	private final Model model;
	private final UnitSearch search;

	TypedUnits(Model model, UnitSearch search) {
		this.model = model;
		this.search = search;
	}

	/** Whether a text is meant as a list, even if something in it is wrong. */
	static boolean isList(String typed) {
		String[] parts = parts(typed);
		return parts.length > 1 || RANGE.matcher(parts[0]).matches();
	}

	private static String[] parts(String typed) {
		return SEPARATOR.split(typed.strip().replaceFirst("[;,\\s]+$", ""));
	}

	/**
	 * The units of a list, each once.
	 *
	 * @throws StarfishException if one of them is not there; says which
	 */
	List<UnitCandidate> find(String typed) throws StarfishException {
		List<UnitCandidate> found = new ArrayList<>();
		for (String part : parts(typed)) {
			Matcher range = RANGE.matcher(part);
			if (range.matches()) {
				add(found, range);
			} else {
				found.add(candidate(UnitAddress.parse(part)));
			}
		}
		return found.stream().distinct().toList();
	}

	private void add(List<UnitCandidate> found, Matcher range) throws StarfishException {
		String layer = range.group(1).strip();
		UnitCandidate first = candidate(new UnitAddress(layer, range.group(2), Optional.empty()));
		UnitCandidate last = candidate(new UnitAddress(layer, range.group(3), Optional.empty()));
		IntStream.rangeClosed(first.channel(), last.channel())
				.forEach(channel -> found.add(search.unit(first.layer(), channel, Optional.empty())));
	}

	private UnitCandidate candidate(UnitAddress address) throws StarfishException {
		Unit unit = address.in(model.network(), model.labels());
		return search.unit(unit.layer(), unit.channel(), unit.position());
	}
}
