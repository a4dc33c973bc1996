// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.starfish.core.evaluation.PictureEvaluator;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.ui.synthesis.Finding;
import org.starfish.ui.synthesis.ViewingEditor;

/** Shows two synthesized pictures side by side, with everything in which they differ. */
public final class ComparisonEditor extends ViewingEditor {
	/** Its identifier in {@code plugin.xml}. */
	public static final String ID = "org.starfish.ui.comparison";

	/** What was read of both files. */
	private record Both(StoredPicture first, StoredPicture second) {
	}

	private ComparisonInput files;
	private ComparisonPanel panel;

	/** Opens it on two pictures. */
	public static void open(IWorkbenchPage page, Path first, Path second) {
		open(page, new ComparisonInput(first, second), ID);
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		if (!(input instanceof ComparisonInput both)) {
			throw unreadable(input);
		}
		files = both;
		super.init(site, input);
	}

	@Override
	public void createPartControl(Composite parent) {
		panel = new ComparisonPanel(parent);
		panel.say(NLS.bind(Messages.SynthesisEditor_reading, files.getName()));
		new Finding<>(NLS.bind(Messages.StoredPicture_reading, files.getName()), this,
				progress -> new Both(StoredPicture.read(files.first()), StoredPicture.read(files.second())),
				both -> later(() -> show(both)), sentence -> later(() -> panel.say(sentence))).schedule();
	}

	private void show(Both both) {
		panel.show(both.first(), both.second(), files);
		evaluate(both.first(), files.first(), 0);
		evaluate(both.second(), files.second(), 1);
	}

	/** Asks the picture's own network, if it is still there; without it the pictures can be compared, too. */
	private void evaluate(StoredPicture picture, Path file, int place) {
		new Finding<>(NLS.bind(Messages.EvaluationFeed_name, file.getFileName()), this, progress -> {
			Path model = new RecipeReferences(picture.recipe(), file).model().path();
			try (OpenNetwork open = SharedNetworks.get().open(model, progress)) {
				return new PictureEvaluator(open, picture.recipe()).evaluate(picture.picture(), progress);
			}
		}, evaluation -> later(() -> panel.evaluated(place, evaluation)), sentence -> {
			// Nothing was asked for by the user.
		}).schedule();
	}

	@Override
	public void setFocus() {
		panel.setFocus();
	}
}
