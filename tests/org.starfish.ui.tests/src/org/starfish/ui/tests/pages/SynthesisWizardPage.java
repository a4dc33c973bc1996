// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.ToggleHyperlink;
import org.starfish.core.image.RgbImage;
import org.starfish.ui.synthesis.wizard.PreviewPicture;

/** The wizard <i>Synthesize Image</i>. */
public final class SynthesisWizardPage {
	private final DialogPage dialog;

	private SynthesisWizardPage(DialogPage dialog) {
		this.dialog = dialog;
	}

	/** Opens the wizard and works with it once it has read the model. */
	public static void during(Runnable opening, Consumer<SynthesisWizardPage> work) {
		DialogPage.during("Synthesize Image", opening, dialog -> {
			work.accept(in(dialog));
		});
	}

	/** The wizard in a dialog that another one has opened, once it has read the model. */
	public static SynthesisWizardPage in(DialogPage dialog) {
		Ui.until("the model to be read", () -> !Ui.all(dialog.shell(), TabFolder.class, TabFolder::isVisible).isEmpty()
				&& Ui.all(dialog.shell(), Table.class, Table::isVisible).size() == 1);
		return new SynthesisWizardPage(dialog);
	}

	/** The dialog, for its buttons. */
	public DialogPage dialog() {
		return dialog;
	}

	/** Types into the search field. */
	public SynthesisWizardPage search(String typed) {
		dialog.field().setText(typed);
		Ui.settle();
		return this;
	}

	/** The addresses of what the search has found. */
	public List<String> found() {
		Table table = table();
		return Stream.of(table.getItems()).map(item -> item.getText(1)).toList();
	}

	/** Picks one or several of what was found, by their addresses. */
	public SynthesisWizardPage pick(String... addresses) {
		Table table = table();
		table.setSelection(Stream.of(addresses).mapToInt(found()::indexOf).toArray());
		Ui.send(table, SWT.Selection);
		return this;
	}

	/** The possibilities with a word in them. */
	public List<String> choices(String word) {
		return Ui.all(dialog.shell(), Button.class, button -> button.isVisible() && button.getText().contains(word)).stream()
				.map(Button::getText).toList();
	}

	/** Chooses an item of a combo box that can be seen, counted from 0. */
	public SynthesisWizardPage choose(int combo, String item) {
		Combo box = Ui.all(dialog.shell(), Combo.class, Combo::isVisible).get(combo);
		box.select(List.of(box.getItems()).indexOf(item));
		Ui.send(box, SWT.Selection);
		return this;
	}

	/** Opens what is folded away. */
	public SynthesisWizardPage expand(String title) {
		ExpandableComposite section = Ui.find(dialog.shell(), ExpandableComposite.class,
				composite -> composite.isVisible() && composite.getText().equals(title));
		if (!section.isExpanded()) {
			Ui.key(Ui.find(section, ToggleHyperlink.class), 0, SWT.CR);
		}
		return this;
	}

	/** Whether the field behind a label can be changed. */
	public boolean isEnabled(String label) {
		return behind(label).isEnabled();
	}

	/** Chooses one of several possibilities, by its text. */
	public SynthesisWizardPage choose(String text) {
		Button chosen = Ui.find(dialog.shell(), Button.class, button -> button.isVisible() && button.getText().equals(text));
		for (Button other : Ui.all(chosen.getParent(), Button.class, button -> (button.getStyle() & SWT.RADIO) != 0)) {
			other.setSelection(other == chosen);
		}
		Ui.send(chosen, SWT.Selection);
		return this;
	}

	/** Goes to the units that fire for images. */
	public MixturePage mixture() {
		tab(1);
		return new MixturePage(dialog);
	}

	/** Goes to the units that are picked by name. */
	public SynthesisWizardPage units() {
		tab(0);
		return this;
	}

	private void tab(int index) {
		TabFolder tabs = Ui.find(dialog.shell(), TabFolder.class, TabFolder::isVisible);
		tabs.setSelection(index);
		Ui.send(tabs, SWT.Selection);
	}

	/** What the picture will show, as the page says. */
	public boolean promises(String text) {
		return dialog.shows(text);
	}

	/** Clicks the card of a preset, counted from 0. */
	public SynthesisWizardPage card(int index) {
		Ui.click(cards().get(index), 20, 20);
		return this;
	}

	/** Presses a key on the card of a preset, counted from 0. */
	public SynthesisWizardPage key(int card, int code) {
		Ui.key(cards().get(card), 0, code);
		return this;
	}

	private List<Canvas> cards() {
		return Ui.all(dialog.shell(), Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("PresetCard"));
	}

	/** The picture of the preview, if there is one. */
	public Optional<RgbImage> preview() {
		return Ui.find(dialog.shell(), PreviewPicture.class).picture();
	}

	/** Sets the field behind a label. */
	public SynthesisWizardPage set(String label, String value) {
		Control field = behind(label);
		if (field instanceof Text text) {
			text.setText(value);
		} else {
			((Spinner) field).setSelection(Integer.parseInt(value));
		}
		Ui.settle();
		return this;
	}

	/** What the field behind a label holds. */
	public String value(String label) {
		Control field = behind(label);
		return field instanceof Text text ? text.getText() : ((Spinner) field).getText();
	}

	/** Whether the wizard says that something is wrong, in these words. */
	public boolean complains(String words) {
		return dialog.shows(words) && !dialog.isEnabled("Finish");
	}

	private Table table() {
		return Ui.find(dialog.shell(), Table.class, Table::isVisible);
	}

	private Control behind(String text) {
		Label label = Ui.find(dialog.shell(), Label.class,
				candidate -> candidate.isVisible() && candidate.getText().replace("&", "").equals(text));
		Composite parent = label.getParent();
		Control next = parent.getChildren()[List.of(parent.getChildren()).indexOf(label) + 1];
		// A field may stand in a row with its hint.
		return next.getClass() == Composite.class ? ((Composite) next).getChildren()[0] : next;
	}
}
