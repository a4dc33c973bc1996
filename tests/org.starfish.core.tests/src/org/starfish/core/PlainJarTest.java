// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.starfish.testkit.PlainJava;

/** The core is an ordinary jar too: it runs a network without Eclipse and without OSGi. */
class PlainJarTest {

	@Test
	void aNetworkRunsWithoutOsgi() {
		PlainJava.Result result = PlainJava.run(Duration.ofMinutes(2), PlainProgram.class);
		assertEquals(0, result.status(), result::err);
		assertTrue(result.out().endsWith("OSGi: no\nanswer: [5.0, 11.0]\n"), result::out);
	}

	@Test
	void aNetworkRunsWithoutOneDnn() {
		PlainJava.Result result = PlainJava.run(Duration.ofMinutes(2), PlainProgram.class, "nd4j");
		assertEquals(0, result.status(), result::err);
		assertTrue(result.out().endsWith("variant: nd4j\nOSGi: no\nanswer: [5.0, 11.0]\n"), result::out);
	}
}
