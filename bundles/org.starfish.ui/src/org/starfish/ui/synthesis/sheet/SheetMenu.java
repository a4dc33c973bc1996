// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.starfish.ui.synthesis.sheet.SheetTile.Kind;

/** The context menu of the pictures of a sheet. */
final class SheetMenu {
	private final SheetCanvas canvas;
	private final SheetCanvas.Actions actions;
	private final Runnable removeWaiting;

	private SheetMenu(SheetCanvas canvas, SheetCanvas.Actions actions, Runnable removeWaiting) {
		this.canvas = canvas;
		this.actions = actions;
		this.removeWaiting = removeWaiting;
	}

	static void to(SheetCanvas canvas, SheetCanvas.Actions actions, Runnable removeWaiting) {
		var menu = new SheetMenu(canvas, actions, removeWaiting);
		var manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		manager.addMenuListener(menu::fill);
		canvas.setMenu(manager.createContextMenu(canvas));
		canvas.addDisposeListener(event -> manager.dispose());
	}

	private void fill(IMenuManager manager) {
		Optional<SheetTile> selected = canvas.selection();
		selected.ifPresent(tile -> {
			manager.add(action(Messages.SheetMenu_open, tile.kind() != Kind.FAILED, () -> actions.open(tile)));
			manager.add(new Separator());
			manager.add(action(Messages.SheetMenu_stop, tile.kind() == Kind.RUNNING, () -> actions.stop(tile)));
			manager.add(action(Messages.SheetMenu_remove, tile.kind() == Kind.WAITING, () -> actions.stop(tile)));
			manager.add(action(Messages.SheetMenu_removeWaiting, isAnyWaiting(), removeWaiting));
		});
	}

	private boolean isAnyWaiting() {
		for (int i = 0; i < canvas.count(); i++) {
			if (canvas.tile(i).kind() == Kind.WAITING) {
				return true;
			}
		}
		return false;
	}

	private static Action action(String text, boolean enabled, Runnable work) {
		var action = new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
		action.setEnabled(enabled);
		return action;
	}
}
