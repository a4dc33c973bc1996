// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.dialogs.ContainerSelectionDialog;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.ui.activation.GridColors;

/** Asks where the pictures are to lie, how large they are to be, and how many. */
final class WherePage extends ChoicePage {
	private static final int MOST_VARIANTS = 100;
	private static final int SHOWN = 6;
	private static final int NUMBER_WIDTH = 90;
	private static final int WIDTH = 480;

	private Composite content;
	private CheckedField folder;
	private CheckedField names;
	private CheckedField size;
	private CheckedField seed;
	private Spinner variants;
	private Label sizeHint;
	private Label result;
	private boolean writing;

	WherePage(Choices choices) {
		super("where", Messages.WherePage_title, Messages.WherePage_text, choices);
	}

	@Override
	Control createContent(Composite parent) {
		content = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).spacing(12, 8).applyTo(content);
		label(content, Messages.WherePage_folder);
		folder = new CheckedField(content, this::checkFolder, this::refresh);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(folder.text());
		var browse = new Button(content, SWT.PUSH);
		browse.setText(Messages.WherePage_browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
		folder.note(below(), Messages.WherePage_folderHint);
		label(content, Messages.WherePage_name);
		names = new CheckedField(content, this::checkName, this::refresh);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(names.text());
		names.note(below(), Messages.WherePage_nameHint);
		label(content, Messages.WherePage_size);
		Composite sizes = row();
		size = new CheckedField(sizes, this::checkSize, this::refresh);
		number(size);
		sizeHint = hint(sizes);
		label(content, Messages.WherePage_seed);
		Composite seeds = row();
		seed = new CheckedField(seeds, this::checkSeeds, this::refresh);
		number(seed);
		seed.note(hint(seeds), Messages.WherePage_seedHint);
		label(content, Messages.WherePage_variants);
		Composite counts = row();
		variants = new Spinner(counts, SWT.BORDER);
		variants.setValues(choices().variants(), 1, MOST_VARIANTS, 0, 1, 5);
		variants.addModifyListener(event -> {
			choices().variants(variants.getSelection());
			refresh();
		});
		hint(counts).setText(Messages.WherePage_variantsHint);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING)
				.applyTo(label(content, Messages.WherePage_result));
		result = new Label(content, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.BEGINNING).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(result);
		show();
		return content;
	}

	private static Label label(Composite parent, String text) {
		var label = new Label(parent, SWT.NONE);
		label.setText(text);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
		return label;
	}

	private static Label hint(Composite parent) {
		var label = new Label(parent, SWT.WRAP);
		label.setForeground(GridColors.muted(label));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(label);
		return label;
	}

	/** A hint in a line of its own. */
	private Label below() {
		new Label(content, SWT.NONE);
		Label label = hint(content);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, -4).applyTo(label);
		return label;
	}

	/** A field with its hint. */
	private Composite row() {
		var row = new Composite(content, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(row);
		return row;
	}

	private static void number(CheckedField field) {
		GridDataFactory.swtDefaults().hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(field.text());
	}

	/** Fills the fields with what is chosen. */
	private void show() {
		writing = true;
		folder.text().setText(choices().folder().makeRelative().toString());
		names.text().setText(choices().names().text());
		size.text().setText(choices().size() == 0 ? "" : Integer.toString(choices().size()));
		seed.text().setText(choices().seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
		writing = false;
		refresh();
	}

	private void browse() {
		var dialog = new ContainerSelectionDialog(getShell(), container(choices().folder()).orElse(null), true,
				Messages.WherePage_browseText);
		if (dialog.open() == Window.OK && dialog.getResult().length > 0) {
			folder.text().setText(((IPath) dialog.getResult()[0]).makeRelative().toString());
		}
	}

	private static Optional<IContainer> container(IPath path) {
		IResource found = ResourcesPlugin.getWorkspace().getRoot().findMember(path);
		return Optional.ofNullable(found instanceof IContainer container ? container : null);
	}

	private Optional<String> checkFolder(String typed) {
		IPath path = IPath.fromPortableString(typed.strip()).makeAbsolute();
		if (path.segmentCount() == 0) {
			return Optional.of(Messages.WherePage_noFolder);
		}
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		IProject project = workspace.getRoot().getProject(path.segment(0));
		if (!project.isAccessible()) {
			return Optional.of(NLS.bind(Messages.WherePage_noProject, path.segment(0)));
		}
		IStatus valid = path.segmentCount() == 1 ? workspace.validatePath(path.toString(), IResource.PROJECT)
				: workspace.validatePath(path.toString(), IResource.FOLDER);
		if (!valid.isOK()) {
			return Optional.of(valid.getMessage());
		}
		IResource there = workspace.getRoot().findMember(path);
		if (there != null && there.getType() == IResource.FILE) {
			return Optional.of(NLS.bind(Messages.WherePage_isFile, path.makeRelative()));
		}
		take(() -> choices().folder(path));
		return Optional.empty();
	}

	private Optional<String> checkName(String typed) {
		if (typed.isBlank()) {
			return Optional.of(Messages.WherePage_noName);
		}
		var pattern = new NamePattern(typed);
		String example = pattern.fileName("unit", "preset", "model", 0);
		if (example.contains("{") || example.contains("}")) {
			return Optional.of(Messages.WherePage_placeholder);
		}
		IStatus valid = ResourcesPlugin.getWorkspace().validateName(example, IResource.FILE);
		if (!valid.isOK()) {
			return Optional.of(valid.getMessage());
		}
		take(() -> choices().names(pattern));
		return Optional.empty();
	}

	private Optional<String> checkSize(String typed) {
		try {
			int height = typed.isBlank() ? 0 : Integer.parseInt(typed.strip());
			if (typed.isBlank() || height >= 16 && height <= Parameter.SIZE.high()) {
				take(() -> choices().size(height));
				return Optional.empty();
			}
		} catch (NumberFormatException e) {
			// Said below.
		}
		return Optional.of(NLS.bind(Messages.WherePage_wrongSize, (int) Parameter.SIZE.high()));
	}

	private Optional<String> checkSeeds(String typed) {
		try {
			List<Long> numbers = Stream.of(typed.strip().split("[,;\\s]+")).map(Long::valueOf).distinct().toList();
			take(() -> choices().seeds(numbers));
			return Optional.empty();
		} catch (NumberFormatException e) {
			return Optional.of(Messages.WherePage_wrongSeed);
		}
	}

	private void take(Runnable choice) {
		if (!writing) {
			choice.run();
		}
	}

	@Override
	void refresh() {
		if (result == null || writing) {
			return;
		}
		Optional<String> wrong = Stream.of(folder, names, size, seed).map(CheckedField::wrong).flatMap(Optional::stream)
				.findFirst();
		size.note(sizeHint, choices().model().map(model -> NLS.bind(Messages.WherePage_sizeHint,
				model.network().inputShape().width(), model.network().inputShape().height())).orElse(""));
		variants.setEnabled(choices().seeds().size() == 1);
		result.setText(wrong.isPresent() ? "" : result());
		content.layout(true, true);
		check(null, wrong.orElse(null));
	}

	private String result() {
		String shown = new Orders(choices()).first(SHOWN).stream()
				.map(request -> request.picture().getFullPath().makeRelative().toString()).collect(Collectors.joining("\n"));
		return choices().count() <= SHOWN ? shown
				: shown + '\n' + NLS.bind(Messages.WherePage_more, choices().count() - SHOWN);
	}
}
