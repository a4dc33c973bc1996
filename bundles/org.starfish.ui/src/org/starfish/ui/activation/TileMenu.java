// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of a grid: what can be done with the selected channel, and with all of them. */
final class TileMenu {
	private final TileCanvas canvas;
	private final UnitCommands commands;
	private final Export export;
	private final Supplier<Optional<GridState>> state;
	private final BooleanSupplier comparing;
	private final Menu menu;

	/**
	 * @param state what the page shows; empty as long as it shows nothing
	 * @param comparing whether something is pinned
	 */
	TileMenu(TileCanvas canvas, UnitCommands commands, Export export, Supplier<Optional<GridState>> state,
			BooleanSupplier comparing) {
		this.canvas = canvas;
		this.commands = commands;
		this.export = export;
		this.state = state;
		this.comparing = comparing;
		menu = new Menu(canvas);
		menu.addListener(SWT.Show, event -> fill());
		canvas.setMenu(menu);
	}

	private void fill() {
		for (MenuItem item : menu.getItems()) {
			item.dispose();
		}
		state.get().ifPresent(shown -> {
			Export.item(menu, Messages.UnitPanel_synthesize, commands::synthesize);
			Export.item(menu, comparing.getAsBoolean() ? Messages.GridArea_unpin : Messages.GridBar_pin, commands::pin);
			new MenuItem(menu, SWT.SEPARATOR);
			export.fill(menu, canvas, shown);
		});
	}
}
