// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.starfish.ui.activation.ActivationEditor;
import org.starfish.ui.activation.GridState;
import org.starfish.ui.activation.ModelSession;
import org.starfish.ui.activation.TileCanvas;

/** The editor of a model, with its page of activations in front. */
public final class ActivationGridPage {
	private final ActivationEditor editor;
	private final Control control;

	/**
	 * @param editor that is open
	 */
	public ActivationGridPage(ActivationEditor editor) {
		this.editor = editor;
		control = WorkbenchPage.control(editor);
	}

	/** Opens a model with the editor that is its default, and does not wait. */
	public static ActivationGridPage open(WorkbenchPage window, IFile model) {
		try {
			return new ActivationGridPage((ActivationEditor) IDE.openEditor(window.page(), model));
		} catch (PartInitException e) {
			throw new AssertionError(e);
		}
	}

	/** Waits until the network has answered, and said what it takes the picture for. */
	public ActivationGridPage answered() {
		Ui.until("an answer", () -> !session().isReading() && !session().isAsking()
				&& (session().answerTrouble().isPresent() || session().predictions().isPresent()));
		if (session().trouble().isPresent() || session().answerTrouble().isPresent()) {
			throw new AssertionError(session().trouble().or(session()::answerTrouble).get());
		}
		Ui.until("tiles", () -> canvas().state() != null
				&& canvas().state().activation() == session().activation().orElseThrow());
		return this;
	}

	/** What the editor is about. */
	public ModelSession session() {
		return editor.session();
	}

	/** The editor itself. */
	public ActivationEditor editor() {
		return editor;
	}

	/** Whether the page of activations was made: not before the model has been read. */
	public boolean isThere() {
		return !Ui.all(control, TileCanvas.class, canvas -> true).isEmpty();
	}

	/** The grid of what is shown now. */
	public TileCanvas canvas() {
		List<TileCanvas> canvases = Ui.all(control, TileCanvas.class, canvas -> true);
		return canvases.get(1);
	}

	/** All grids that are seen. */
	public List<TileCanvas> grids() {
		return Ui.all(control, TileCanvas.class, Control::isVisible);
	}

	/** Where the input pictures are that are seen beside the grid. */
	public List<Rectangle> pictures() {
		return Ui.all(control, Canvas.class, canvas -> canvas.isVisible()
				&& canvas.getClass().getSimpleName().equals("PictureView")).stream().map(Control::getBounds).toList();
	}

	/** What the grid shows. */
	public GridState state() {
		return canvas().state();
	}

	/** Presses a key in the grid. */
	public void press(int key) {
		press(SWT.NONE, key);
	}

	/** Presses a key in the grid while others are held. */
	public void press(int modifiers, int key) {
		Ui.key(canvas(), modifiers, key);
	}

	/** Clicks a channel's tile. */
	public void click(int channel) {
		Rectangle tile = canvas().bounds(channel);
		Ui.click(canvas(), tile.x + tile.width / 2, tile.y + tile.height / 2);
	}

	/** Chooses from the drop-down list that has an item. */
	public void choose(String item) {
		Combo combo = Ui.find(control, Combo.class, each -> List.of(each.getItems()).contains(item));
		combo.select(combo.indexOf(item));
		Ui.send(combo, SWT.Selection);
	}

	/** The button with a text that begins so. */
	public Button button(String text) {
		return Ui.find(control, Button.class, button -> button.getText().replace("&", "").startsWith(text));
	}

	/** Presses a button that is seen. */
	public void pressButton(String text) {
		Button button = button(text);
		if ((button.getStyle() & (SWT.CHECK | SWT.TOGGLE)) != 0) {
			button.setSelection(!button.getSelection());
		}
		Ui.send(button, SWT.Selection);
	}

	/** Whether a text that is seen begins so. */
	public boolean says(String text) {
		return texts().anyMatch(each -> each.startsWith(text));
	}

	/** The texts that are seen. */
	public Stream<String> texts() {
		return Ui.all(control, Label.class, Control::isVisible).stream().map(Label::getText)
				.filter(text -> !text.isEmpty());
	}
}
