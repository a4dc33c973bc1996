// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.starfish.core.jobs.OpenNetworkJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.ModelFacts;
import org.starfish.core.model.OpenNetwork;
import org.starfish.ui.activation.FirstLayer;
import org.starfish.ui.activation.ModelMemory;

/**
 * Lets the user pick a layer of a model by typing a part of its name. It opens at once and without blocking the window,
 * and shows how the loading of the model goes on; cancelling it cancels the loading.
 */
public final class LayerPicker extends Dialog {
	private static final String SETTINGS = "org.starfish.ui.layerPicker";
	private static final int PERCENT = 100;

	private final ModelLocation model;
	private final Consumer<LayerElement> picked;
	private final ModelMemory memory = ModelMemory.ofWorkbench();
	private OpenNetwork network;
	private Text pattern;
	private Composite pages;
	private StackLayout layout;
	private Composite loading;
	private ProgressBar progress;
	private Text failure;
	private LayerList list;
	private Label details;

	/**
	 * @param picked given the layer when the user has picked one
	 */
	public LayerPicker(Shell parent, ModelLocation model, Consumer<LayerElement> picked) {
		super(parent);
		this.model = model;
		this.picked = picked;
		setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.BORDER | getDefaultOrientation());
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.LayerPicker_title);
	}

	@Override
	protected IDialogSettings getDialogBoundsSettings() {
		return DialogSettings.getOrCreateSection(
				PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(LayerPicker.class)).getDialogSettings(),
				SETTINGS);
	}

	@Override
	protected Point getInitialSize() {
		Point size = super.getInitialSize();
		return new Point(Math.max(size.x, convertWidthInCharsToPixels(80)), Math.max(size.y, convertHeightInCharsToPixels(28)));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		var area = (Composite) super.createDialogArea(parent);
		var label = new Label(area, SWT.NONE);
		label.setText(NLS.bind(Messages.LayerPicker_pattern, model.name()));
		pattern = new Text(area, SWT.SINGLE | SWT.SEARCH | SWT.ICON_CANCEL);
		pattern.addListener(SWT.Modify, event -> list.filter(new NamePattern(pattern.getText())));
		pattern.addListener(SWT.KeyDown, event -> list.move(event));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(pattern);
		pages = new Composite(area, SWT.NONE);
		layout = new StackLayout();
		pages.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
		createLoading();
		failure = new Text(pages, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
		failure.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
		createList();
		details = new Label(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(details);
		layout.topControl = loading;
		applyDialogFont(area);
		return area;
	}

	private void createLoading() {
		loading = new Composite(pages, SWT.NONE);
		GridLayoutFactory.swtDefaults().applyTo(loading);
		var label = new Label(loading, SWT.NONE);
		label.setText(NLS.bind(Messages.ModelNode_loading, model.name()));
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.END).applyTo(label);
		progress = new ProgressBar(loading, SWT.SMOOTH);
		progress.setMaximum(PERCENT);
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.BEGINNING).applyTo(progress);
	}

	private void createList() {
		list = new LayerList(pages);
		list.viewer().addSelectionChangedListener(event -> selected());
		list.viewer().addDoubleClickListener(event -> okPressed());
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.LayerPicker_show, true).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	public void create() {
		super.create();
		load(getShell().getDisplay());
	}

	private void load(Display display) {
		new OpenNetworkJob(NLS.bind(Messages.ModelNode_loading, model.name()), this, SharedNetworks.get(), model.path(),
				(task, fraction) -> later(display, () -> progress.setSelection((int) (PERCENT * fraction))), read -> {
					ModelFacts facts = ModelFacts.of(read.network());
					display.asyncExec(() -> loaded(read, facts));
				}, sentence -> later(display, () -> failed(sentence))).schedule();
	}

	private void later(Display display, Runnable work) {
		display.asyncExec(() -> {
			if (isOpen()) {
				work.run();
			}
		});
	}

	private boolean isOpen() {
		return getShell() != null && !getShell().isDisposed();
	}

	private void loaded(OpenNetwork read, ModelFacts facts) {
		if (!isOpen()) {
			read.close();
			return;
		}
		network = read;
		list.setLayers(facts.layers());
		show(list.control());
		if (pattern.getText().isEmpty()) {
			memory.layer(model.path()).flatMap(facts::find).ifPresentOrElse(list::select,
					() -> list.select(facts.find(FirstLayer.of(facts)).orElseThrow()));
		} else {
			list.filter(new NamePattern(pattern.getText()));
		}
	}

	private void failed(String sentence) {
		failure.setText(sentence);
		show(failure);
		pattern.setEnabled(false);
		getButton(IDialogConstants.CANCEL_ID).setText(IDialogConstants.CLOSE_LABEL);
		getButton(IDialogConstants.CANCEL_ID).setFocus();
	}

	private void show(Control page) {
		layout.topControl = page;
		pages.layout();
	}

	private void selected() {
		Optional<LayerFacts> layer = list.selected();
		details.setText(layer.map(facts -> NLS.bind(Messages.LayerPicker_details,
				new Object[] { Quantity.shapeInWords(facts.shape()), Quantity.count(facts.parameters()),
						Quantity.fieldAndStride(facts.field()) }))
				.orElse(Messages.LayerPicker_nothing));
		getButton(IDialogConstants.OK_ID).setEnabled(layer.isPresent());
	}

	@Override
	protected void okPressed() {
		Optional<LayerElement> layer = list.selected().map(facts -> new LayerElement(model, facts));
		layer.ifPresent(element -> {
			memory.rememberLayer(model.path(), element.name());
			setReturnCode(OK);
			picked.accept(element);
			close();
		});
	}

	@Override
	public boolean close() {
		Job.getJobManager().cancel(this);
		if (network != null) {
			new HandOver(network).schedule();
			network = null;
		}
		return super.close();
	}
}
