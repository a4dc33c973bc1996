// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.starfish.ui.synthesis.sheet.SheetCanvas;
import org.starfish.ui.synthesis.sheet.SheetEditor;

/** The editor of a contact sheet. */
public final class SheetPage {
	private final IEditorPart editor;

	private SheetPage(IEditorPart editor) {
		this.editor = editor;
	}

	/** The one that is open on top, once it is there. */
	public static SheetPage active(WorkbenchPage window) {
		Ui.until("a contact sheet", () -> window.page().getActiveEditor() instanceof SheetEditor);
		return new SheetPage(window.page().getActiveEditor());
	}

	/** The name on the tab. */
	public String name() {
		return editor.getTitle();
	}

	/** All that it says in labels. */
	public List<String> texts() {
		return Ui.all(control(), Label.class, Label::isVisible).stream().map(Label::getText).toList();
	}

	/** Whether a label says something. */
	public boolean says(String part) {
		return texts().stream().anyMatch(text -> text.contains(part));
	}

	/** The grid of pictures. */
	public SheetCanvas canvas() {
		return Ui.find(control(), SheetCanvas.class);
	}

	/** What is said of each picture. */
	public List<String> pictures() {
		return IntStream.range(0, canvas().count()).mapToObj(canvas()::text).toList();
	}

	/** Presses a key. */
	public SheetPage press(int key) {
		Ui.key(canvas(), 0, key);
		return this;
	}

	/** Clicks on a picture. */
	public SheetPage click(int index) {
		Rectangle bounds = canvas().bounds(index);
		Ui.click(canvas(), bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
		return this;
	}

	/** Clicks on a picture twice. */
	public void doubleClick(int index) {
		Rectangle bounds = canvas().bounds(index);
		Ui.doubleClick(canvas(), bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
	}

	/** The context menu of the selected picture. */
	public MenuPage menu() {
		return new MenuPage(canvas().getMenu());
	}

	/** Presses a button. */
	public void press(String text) {
		Ui.send(Ui.find(control(), Button.class, button -> button.isVisible() && button.getText().equals(text)),
				SWT.Selection);
	}

	/** Whether there is a button. */
	public boolean offers(String text) {
		return !Ui.all(control(), Button.class, button -> button.isVisible() && button.getText().equals(text)).isEmpty();
	}

	private Control control() {
		return WorkbenchPage.control(editor);
	}
}
