// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** A menu that a user opens, looks at and chooses from. */
public final class MenuPage {
	private final Menu menu;

	/**
	 * @param menu of a control, a window or a tool item
	 */
	public MenuPage(Menu menu) {
		this.menu = menu;
	}

	/** The texts of the items of a submenu, or of the menu itself if no path is given, without mnemonics. */
	public List<String> items(String... path) {
		var texts = new ArrayList<String>();
		within(menu, List.of(path), last -> {
			for (MenuItem item : last.getItems()) {
				if ((item.getStyle() & SWT.SEPARATOR) == 0) {
					texts.add(text(item));
				}
			}
		});
		return texts;
	}

	/** Whether an item is there and enabled. */
	public boolean isEnabled(String... path) {
		var enabled = new boolean[1];
		List<String> names = List.of(path);
		within(menu, names.subList(0, names.size() - 1), last -> enabled[0] = Stream.of(last.getItems())
				.anyMatch(item -> text(item).equals(names.get(names.size() - 1)) && item.isEnabled()));
		return enabled[0];
	}

	/** Chooses an item, by its texts from the outermost menu on, without mnemonics. */
	public void choose(String... path) {
		List<String> names = List.of(path);
		within(menu, names.subList(0, names.size() - 1), last -> {
			MenuItem item = item(last, names.get(names.size() - 1));
			if (!item.isEnabled()) {
				throw new AssertionError("the menu item " + names + " is disabled");
			}
			Ui.send(item, SWT.Selection);
		});
	}

	private interface Visit {
		void visit(Menu last);
	}

	/** Menus are filled when they open, and emptied when they close. */
	private static void within(Menu menu, List<String> path, Visit visit) {
		Ui.send(menu, SWT.Show);
		try {
			if (path.isEmpty()) {
				visit.visit(menu);
			} else {
				within(item(menu, path.get(0)).getMenu(), path.subList(1, path.size()), visit);
			}
		} finally {
			if (!menu.isDisposed()) {
				Ui.send(menu, SWT.Hide);
			}
		}
	}

	private static MenuItem item(Menu menu, String text) {
		return Stream.of(menu.getItems()).filter(item -> text(item).equals(text)).findFirst()
				.orElseThrow(() -> new AssertionError("there is no menu item '%s', only %s".formatted(text,
						Stream.of(menu.getItems()).map(MenuPage::text).toList())));
	}

	private static String text(MenuItem item) {
		String text = item.getText();
		int accelerator = text.indexOf('\t');
		return (accelerator < 0 ? text : text.substring(0, accelerator)).replace("&", "");
	}
}
