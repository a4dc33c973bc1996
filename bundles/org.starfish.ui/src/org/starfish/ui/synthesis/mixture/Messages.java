// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.mixture;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ImageChooser_title;
	public static String ImageChooser_message;
	public static String ImageChooser_images;
	public static String ImageList_add;
	public static String ImageList_remove;
	public static String ImageList_workspace;
	public static String ImageList_files;
	public static String ImageList_folder;
	public static String RankingJob_name;
	public static String RankingJob_images;
	public static String RankingJob_background;
	public static String RankedTree_unit;
	public static String RankedTree_score;
	public static String RankedTree_weight;
	public static String MixturePicker_images;
	public static String MixturePicker_imagesHint;
	public static String MixturePicker_background;
	public static String MixturePicker_backgroundHint;
	public static String MixturePicker_units;
	public static String MixturePicker_top;
	public static String MixturePicker_layers;
	public static String MixturePicker_layersTitle;
	public static String MixturePicker_layersText;
	public static String MixturePicker_factor;
	public static String MixturePicker_stop;
	public static String MixturePicker_again;
	public static String MixturePicker_progress;
	public static String MixturePicker_stopped;
	public static String MixturePicker_result;
	public static String MixturePicker_sum;
	public static String MixturePicker_z;
	public static String MixturePicker_noImages;
	public static String MixturePicker_noUnits;
	public static String MixturePicker_wait;
	public static String MixturePicker_one;
	public static String MixturePicker_several;

	static {
		initializeMessages("org.starfish.ui.synthesis.mixture.messages", Messages.class);
	}
}
