// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Colormap;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.Shape;
import org.starfish.core.npy.NpyReader;
import org.starfish.core.npy.NpyTensor;

class ActivationExportTest {
	private static final Coloring GRAY = new Coloring(Colormap.GRAY, TileGrid.Range.LAYER);
	@TempDir
	private Path folder;

	private static LayerActivation counting(ChannelOrder order) {
		float[] values = new float[2 * 3 * 4];
		for (int i = 0; i < values.length; i++) {
			values[i] = i;
		}
		return LayerActivation.of("conv/1", Shape.image(order, 2, 3, 4), values);
	}

	@Test
	void aTensorKeepsTheModelsLayout() throws Exception {
		Path file = folder.resolve("x.npy");
		ActivationExport.writeTensor(counting(ChannelOrder.LAST), ResultFile.at(file, false));
		NpyTensor last = NpyReader.read(file);
		assertArrayEquals(new int[] { 1, 2, 3, 4 }, last.shape());
		assertEquals(7, last.values()[7]);
		ActivationExport.writeTensor(counting(ChannelOrder.FIRST), ResultFile.at(file, true));
		NpyTensor first = NpyReader.read(file);
		assertArrayEquals(new int[] { 1, 4, 2, 3 }, first.shape());
		assertArrayEquals(new float[] { 1, 5, 9, 13, 17, 21 }, Arrays.copyOfRange(first.values(), 6, 12));
	}

	@Test
	void aTileIsWrittenInWholeBlocks() throws Exception {
		Path file = folder.resolve("tile.png");
		ActivationExport.writeTile(counting(ChannelOrder.LAST), 3, GRAY, ResultFile.at(file, false));
		RgbImage image = ImageReader.read(file);
		assertEquals(149 * 3, image.width());
		assertEquals(149 * 2, image.height());
		assertEquals(Colormap.GRAY.color(23 / 23.0), image.pixel(image.width() - 1, image.height() - 1));
		assertEquals(Colormap.GRAY.color(3 / 23.0), image.pixel(148, 148));
		assertEquals(Colormap.GRAY.color(7 / 23.0), image.pixel(149, 148));
	}

	@Test
	void aGridShowsTheChosenChannelsInTheirOrder() throws Exception {
		Path file = folder.resolve("grid.png");
		ActivationExport.writeGrid(counting(ChannelOrder.LAST), GRAY, new int[] { 2, 0 }, ResultFile.at(file, false));
		RgbImage image = ImageReader.read(file);
		TileGrid grid = TileGrid.of(Shape.image(ChannelOrder.LAST, 2, 3, 2));
		assertEquals(grid.width(), image.width());
		assertEquals(Colormap.GRAY.color(2 / 23.0), image.pixel(grid.left(0), grid.top(0)));
		assertEquals(Colormap.GRAY.color(0), image.pixel(grid.left(1), grid.top(1)));
	}

	@Test
	void aTableHasALineForEachChannel() throws Exception {
		LayerActivation activation = LayerActivation.of("prob", Shape.vector(3), new float[] { 0.5f, 0, -1 },
				new ReceptiveField(1, 1, 1, 1, 0, 0, false), List.of("starfish, sea star", "6\" \u00e4", "=1+1"), 0);
		Path file = folder.resolve("x.csv");
		ActivationExport.writeTable(activation, ResultFile.at(file, false));
		assertEquals("""
				layer,channel,label,minimum,mean,maximum,active,dead,not finite\r
				prob,0,"starfish, sea star",0.5,0.5,0.5,1.0,false,0\r
				prob,1,"6"" \u00e4",0.0,0.0,0.0,0.0,true,0\r
				prob,2,'=1+1,-1.0,-1.0,-1.0,0.0,false,0\r
				""", Files.readString(file));
	}

	@Test
	void nothingIsOverwrittenUnasked() throws Exception {
		Path file = Files.writeString(folder.resolve("x.csv"), "mine");
		assertThrows(StarfishException.class, () -> ResultFile.at(file, false));
		assertEquals("mine", Files.readString(file));
	}
}
