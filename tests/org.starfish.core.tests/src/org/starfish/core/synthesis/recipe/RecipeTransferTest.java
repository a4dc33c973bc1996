// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.Labels;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.SmallNetwork;

class RecipeTransferTest {
	private static Model model(String... labels) throws StarfishException {
		return new Model(new ModelFile("other.onnx", Path.of("other.onnx")), SmallNetwork.ordinary().network(),
				Preprocessing.RAW, "", false, labels.length == 0 ? Optional.empty() : Optional.of(Labels.of(List.of(labels))));
	}

	private static Recipe recipe(String unit, String label) throws StarfishException {
		Recipe plain = SmallNetwork.ordinary().recipe(unit, Parameters.NEUTRAL, 7);
		return plain.withTarget(plain.target(), Optional.ofNullable(label));
	}

	@Test
	void aClassIsFoundByItsLabel() throws Exception {
		Recipe moved = RecipeTransfer.to(recipe("loss:327", "loss:starfish"),
				model("crab", "eel", "whale", "sea star, starfish", "kelp"));
		assertEquals(new Target.OfUnit(UnitAddress.parse("prob:3")), moved.target());
		assertEquals(Optional.of("prob:sea star"), moved.label());
		assertEquals(Preprocessing.RAW, moved.preprocessing());
		assertEquals(7, moved.seed());
	}

	@Test
	void aClassThatIsNotKnownIsSaid() throws Exception {
		assertTrue(assertThrows(StarfishException.class,
				() -> RecipeTransfer.to(recipe("loss:327", "loss:starfish"), model("a", "b", "c", "d", "e"))).getMessage()
				.contains("knows no class 'starfish'"));
	}

	@Test
	void anythingElseKeepsItsAddress() throws Exception {
		Recipe channel = recipe("conv2:5", "conv2:5");
		assertEquals(channel.target(), RecipeTransfer.to(channel, model("a", "b", "c", "d", "e")).target());
		assertEquals(channel.target(),
				RecipeTransfer.to(recipe("conv2:5", "minimum of conv2:5"), model("a", "b", "c", "d", "e")).target());
		assertEquals(channel.target(), RecipeTransfer.to(recipe("conv2:5", null), model()).target());
		assertThrows(StarfishException.class, () -> RecipeTransfer.to(recipe("conv9:5", null), model()));
		assertThrows(StarfishException.class, () -> RecipeTransfer.to(recipe("conv2:99", null), model()));
		assertThrows(StarfishException.class, () -> RecipeTransfer
				.to(channel.withTarget(new Target.OfLayer("conv9"), Optional.empty()), model()));
	}
}
