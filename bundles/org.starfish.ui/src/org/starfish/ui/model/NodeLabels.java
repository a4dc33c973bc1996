// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.core.resources.IResource;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.starfish.core.model.LayerFacts;

/** The first column of the Model Explorer: icon and name, and in gray what comes with it. */
final class NodeLabels extends StyledCellLabelProvider {
	private final LayerIcons icons;
	private final ModelNodes models;
	private final Styler bold;

	NodeLabels(Control owner, ModelNodes models) {
		this.icons = new LayerIcons(owner);
		this.models = models;
		Font font = new LocalResourceManager(JFaceResources.getResources(), owner)
				.create(FontDescriptor.createFrom(owner.getFont()).setStyle(SWT.BOLD));
		bold = new Styler() {
			@Override
			public void applyStyles(TextStyle style) {
				style.font = font;
			}
		};
	}

	@Override
	public void update(ViewerCell cell) {
		var node = (ExplorerNode) cell.getElement();
		StyledString text = text(node);
		cell.setText(text.getString());
		cell.setStyleRanges(text.getStyleRanges());
		cell.setImage(image(node));
		cell.setForeground(node instanceof MessageNode message && message.isFailure()
				? JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR)
				: null);
		super.update(cell);
	}

	@Override
	public String getToolTipText(Object element) {
		return switch ((ExplorerNode) element) {
		case ModelNode model -> model.location().path().toString();
		case LayerNode layer -> layer.facts().map(NodeLabels::toolTip).orElse(null);
		default -> null;
		};
	}

	private static String toolTip(LayerFacts layer) {
		String name = NLS.bind(Messages.NodeLabels_layer,
				new Object[] { layer.name(), layer.kind(), Quantity.shapeInWords(layer.shape()) });
		return layer.library().map(library -> name + '\n' + NLS.bind(Messages.NodeLabels_delegated, library)).orElse(name);
	}

	private StyledString text(ExplorerNode node) {
		return switch (node) {
		case ModelNode model -> text(model);
		case LayerNode layer -> withGray(layer.tree().name(), layer.facts().map(LayerFacts::kind).orElse(""));
		case ChannelRange range -> new StyledString(range.isAll() ? Messages.NodeLabels_channels
				: NLS.bind(Messages.NodeLabels_range, range.from(), range.to() - 1));
		case ChannelNode channel -> withGray(Integer.toString(channel.index()), channel.label().orElse(""));
		case MessageNode message -> new StyledString(message.text(),
				message.isFailure() ? null : StyledString.QUALIFIER_STYLER);
		};
	}

	private StyledString text(ModelNode model) {
		var text = new StyledString(model.location().name(), model.isOpen() ? bold : null);
		model.facts().ifPresent(facts -> gray(text, NLS.bind(Messages.NodeLabels_model,
				facts.format().replaceFirst(" \\(.*", ""), Quantity.count(facts.parameters()))));
		if (models.isAmbiguous(model) || model.location().file().isEmpty()) {
			gray(text, NLS.bind(Messages.NodeLabels_in, folder(model.location())));
		}
		return text;
	}

	private static String folder(ModelLocation location) {
		return location.file().map(IResource::getParent).map(folder -> folder.getFullPath().makeRelative().toString())
				.orElseGet(() -> location.path().getParent().toString());
	}

	private static StyledString withGray(String name, String gray) {
		var text = new StyledString(name);
		if (!gray.isEmpty()) {
			gray(text, gray);
		}
		return text;
	}

	private static void gray(StyledString text, String more) {
		text.append("  " + more, StyledString.QUALIFIER_STYLER);
	}

	private Image image(ExplorerNode node) {
		return switch (node) {
		case ModelNode model -> icons.model();
		case LayerNode layer -> layer.facts().map(icons::layer).orElseGet(icons::group);
		case ChannelRange range -> icons.channels();
		case ChannelNode channel -> icons.channel();
		case MessageNode message -> message.isFailure() && message.line() == 0
				? PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK)
				: null;
		};
	}
}
