// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectToolItem;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuFactory;
import org.eclipse.e4.ui.model.application.ui.menu.MToolBar;

/**
 * The tool bar, the menu and the context menu of a view that has no descriptor of them: they are put into the
 * workbench's model when the view is created. All three have the identifier of the view, so that {@code plugin.xml} can
 * add to them.
 */
final class ExplorerMenus {
	private static final String VIEW_MENU = "ViewMenu";

	/** What the workbench calls when an item is chosen or a key is pressed. */
	static final class Command {
		private final BooleanSupplier enabled;
		private final Runnable work;

		private Command(BooleanSupplier enabled, Runnable work) {
			this.enabled = enabled;
			this.work = work;
		}

		@CanExecute
		boolean isEnabled() {
			return enabled.getAsBoolean();
		}

		@Execute
		void execute() {
			work.run();
		}
	}

	private final MMenuFactory factory = MMenuFactory.INSTANCE;
	private final MApplication application;
	private final EHandlerService handlers;
	private final MToolBar toolBar;
	private final MMenu menu;
	private final MMenu popup;

	/**
	 * @param part the view; items of a former session are dropped
	 * @param handlers of the view
	 */
	ExplorerMenus(MApplication application, MPart part, EHandlerService handlers) {
		this.application = application;
		this.handlers = handlers;
		toolBar = factory.createToolBar();
		toolBar.setElementId(part.getElementId());
		part.setToolbar(toolBar);
		menu = factory.createMenu();
		menu.setElementId(part.getElementId());
		menu.getTags().add(VIEW_MENU);
		popup = factory.createPopupMenu();
		popup.setElementId(part.getElementId());
		part.getMenus().clear();
		part.getMenus().add(menu);
		part.getMenus().add(popup);
	}

	/** Adds a button to the tool bar. */
	void button(String label, String icon, Runnable work) {
		MDirectToolItem item = factory.createDirectToolItem();
		item.setObject(new Command(() -> true, work));
		item.setType(ItemType.PUSH);
		toolBar.getChildren().add(described(item, label, icon));
	}

	/** Adds a button to the tool bar that can be on and off. */
	void toggle(String label, String icon, boolean on, Consumer<Boolean> work) {
		MDirectToolItem item = factory.createDirectToolItem();
		item.setObject(new Command(() -> true, () -> work.accept(item.isSelected())));
		item.setType(ItemType.CHECK);
		item.setSelected(on);
		toolBar.getChildren().add(described(item, label, icon));
	}

	private static <T extends MItem> T described(T item, String label, String icon) {
		item.setTooltip(label);
		item.setIconURI(icon);
		return item;
	}

	/** Adds an item to the view's menu that can be on and off. */
	void check(String label, boolean on, Consumer<Boolean> work) {
		MDirectMenuItem item = factory.createDirectMenuItem();
		item.setObject(new Command(() -> true, () -> work.accept(item.isSelected())));
		item.setType(ItemType.CHECK);
		item.setSelected(on);
		item.setLabel(label);
		menu.getChildren().add(item);
	}

	/** Adds an item to the context menu. */
	void item(String label, BooleanSupplier enabled, Runnable work) {
		MDirectMenuItem item = factory.createDirectMenuItem();
		item.setObject(new Command(enabled, work));
		item.setLabel(label);
		popup.getChildren().add(item);
	}

	/** Adds a line to the context menu, behind which {@code plugin.xml} can add items if it has a name. */
	void separator(String name) {
		MMenuElement separator = factory.createMenuSeparator();
		separator.setElementId(name);
		popup.getChildren().add(separator);
	}

	/** Handles a command of the workbench, with its keys, while the view is active. */
	void handle(String command, BooleanSupplier enabled, Runnable work) {
		handlers.activateHandler(command, new Command(enabled, work));
	}

	/** Does the same, and adds the command to the context menu. */
	void handledItem(String label, String command, BooleanSupplier enabled, Runnable work) {
		handle(command, enabled, work);
		MHandledMenuItem item = factory.createHandledMenuItem();
		item.setCommand(command(command));
		item.setLabel(label);
		popup.getChildren().add(item);
	}

	private MCommand command(String id) {
		return application.getCommands().stream().filter(command -> id.equals(command.getElementId())).findFirst()
				.orElseThrow();
	}
}
