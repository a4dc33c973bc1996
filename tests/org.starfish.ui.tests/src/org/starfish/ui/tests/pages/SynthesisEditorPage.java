// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.starfish.core.image.RgbImage;
import org.starfish.ui.synthesis.editor.PictureCanvas;

/** The editor of a synthesized picture. */
public final class SynthesisEditorPage {
	private static final Duration LONG = Duration.ofSeconds(120);

	private final IEditorPart editor;

	/**
	 * @param editor the part
	 */
	public SynthesisEditorPage(IEditorPart editor) {
		this.editor = editor;
	}

	/** The one that is open on top, once it is there. */
	public static SynthesisEditorPage active(WorkbenchPage window) {
		Ui.until("an editor of a synthesized picture", () -> isActive(window));
		return new SynthesisEditorPage(window.page().getActiveEditor());
	}

	private static boolean isActive(WorkbenchPage window) {
		IEditorPart part = window.page().getActiveEditor();
		return part != null && part.getSite().getId().equals("org.starfish.ui.synthesis");
	}

	/** The name on the tab. */
	public String name() {
		return editor.getTitle();
	}

	/** All that it says in labels. */
	public List<String> texts() {
		return Ui.all(control(), Label.class, Label::isVisible).stream().map(Label::getText).toList();
	}

	/** Waits until it says something. */
	public void awaitText(String part) {
		Ui.until("'%s' in %s".formatted(part, texts()), LONG,
				() -> texts().stream().anyMatch(text -> text.contains(part)));
	}

	/** Waits until it does not say something any more. */
	public void awaitNo(String part) {
		Ui.until("no '%s'".formatted(part), LONG, () -> texts().stream().noneMatch(text -> text.contains(part)));
	}

	/** Waits until there is a button. */
	public SynthesisEditorPage awaitButton(String text) {
		Ui.until("a button '%s' in %s".formatted(text, texts()), LONG, () -> offers(text));
		return this;
	}

	/** Types a value of a parameter and confirms it. */
	public void set(String parameter, String value) {
		Control control = behind(parameter);
		if (control instanceof Combo combo) {
			combo.setText(value);
			Ui.send(combo, SWT.Selection);
		} else {
			((Text) control).setText(value);
			Ui.send(control, SWT.DefaultSelection);
		}
	}

	/** The value of a parameter that is offered to be changed. */
	public String value(String parameter) {
		Control control = behind(parameter);
		return control instanceof Combo combo ? combo.getText() : ((Text) control).getText();
	}

	/** The picture that is seen. */
	public RgbImage picture() {
		return canvas().picture();
	}

	/** Where it is seen. */
	public PictureCanvas canvas() {
		return Ui.find(control(), PictureCanvas.class);
	}

	/** Drops a file on it, as if it had been dragged there from outside. */
	public void drop(Path file) {
		Composite taker = Ui.find(control(), Composite.class,
				composite -> composite.getData(DND.DROP_TARGET_KEY) instanceof DropTarget);
		try {
			// SWT keeps to itself what it tells such listeners with.
			var constructor = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DND.class.getClassLoader())
					.getDeclaredConstructor();
			constructor.setAccessible(true);
			var event = (Event) constructor.newInstance();
			event.widget = (DropTarget) taker.getData(DND.DROP_TARGET_KEY);
			event.detail = DND.DROP_COPY;
			event.data = new String[] { file.toString() };
			event.widget.notifyListeners(DND.Drop, event);
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}

	/** The slider below the picture. */
	public Scale slider() {
		return Ui.find(control(), Scale.class, Scale::isVisible);
	}

	/** Moves the slider below the picture. */
	public void lookAt(int place) {
		slider().setSelection(place);
		Ui.send(slider(), SWT.Selection);
	}

	private Control behind(String text) {
		Label label = Ui.find(control(), Label.class,
				candidate -> candidate.isVisible() && candidate.getText().equals(text));
		List<Control> all = List.of(label.getParent().getChildren());
		return all.get(all.indexOf(label) + 1);
	}

	/** Waits until the picture is no longer being drawn. */
	public void awaitEnd() {
		Ui.until("the end of the synthesis; it says " + texts(), LONG, () -> !offers("Stop, Keep"));
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

	/** What it consists of. */
	public Composite control() {
		Control control = WorkbenchPage.control(editor);
		return (Composite) control;
	}
}
