/* Made by Scripts/embed-templates: the built-in templates, styles, scripts and texts. */
#include "CTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_templates_about_mustache[] = {
#embed "../../templates/about.mustache"
};
static const unsigned char file_templates_as_of_mustache[] = {
#embed "../../templates/as-of.mustache"
};
static const unsigned char file_templates_assets_favicon_svg[] = {
#embed "../../templates/assets/favicon.svg"
};
static const unsigned char file_templates_assets_flowchart_css[] = {
#embed "../../templates/assets/flowchart.css"
};
static const unsigned char file_templates_assets_mark_svg[] = {
#embed "../../templates/assets/mark.svg"
};
static const unsigned char file_templates_assets_print_css[] = {
#embed "../../templates/assets/print.css"
};
static const unsigned char file_templates_assets_redline_css[] = {
#embed "../../templates/assets/redline.css"
};
static const unsigned char file_templates_assets_redline_js[] = {
#embed "../../templates/assets/redline.js"
};
static const unsigned char file_templates_assets_site_css[] = {
#embed "../../templates/assets/site.css"
};
static const unsigned char file_templates_assets_site_js[] = {
#embed "../../templates/assets/site.js"
};
static const unsigned char file_templates_assets_versions_js[] = {
#embed "../../templates/assets/versions.js"
};
static const unsigned char file_templates_changes_mustache[] = {
#embed "../../templates/changes.mustache"
};
static const unsigned char file_templates_checklist_mustache[] = {
#embed "../../templates/checklist.mustache"
};
static const unsigned char file_templates_compare_mustache[] = {
#embed "../../templates/compare.mustache"
};
static const unsigned char file_templates_department_mustache[] = {
#embed "../../templates/department.mustache"
};
static const unsigned char file_templates_departments_mustache[] = {
#embed "../../templates/departments.mustache"
};
static const unsigned char file_templates_due_mustache[] = {
#embed "../../templates/due.mustache"
};
static const unsigned char file_templates_edition_mustache[] = {
#embed "../../templates/edition.mustache"
};
static const unsigned char file_templates_event_mustache[] = {
#embed "../../templates/event.mustache"
};
static const unsigned char file_templates_events_mustache[] = {
#embed "../../templates/events.mustache"
};
static const unsigned char file_templates_form_mustache[] = {
#embed "../../templates/form.mustache"
};
static const unsigned char file_templates_glossary_mustache[] = {
#embed "../../templates/glossary.mustache"
};
static const unsigned char file_templates_history_mustache[] = {
#embed "../../templates/history.mustache"
};
static const unsigned char file_templates_home_mustache[] = {
#embed "../../templates/home.mustache"
};
static const unsigned char file_templates_index_mustache[] = {
#embed "../../templates/index.mustache"
};
static const unsigned char file_templates_layout_mustache[] = {
#embed "../../templates/layout.mustache"
};
static const unsigned char file_templates_moved_mustache[] = {
#embed "../../templates/moved.mustache"
};
static const unsigned char file_templates_notfound_mustache[] = {
#embed "../../templates/notfound.mustache"
};
static const unsigned char file_templates_partials_actions_mustache[] = {
#embed "../../templates/partials/actions.mustache"
};
static const unsigned char file_templates_partials_approvals_mustache[] = {
#embed "../../templates/partials/approvals.mustache"
};
static const unsigned char file_templates_partials_box_mustache[] = {
#embed "../../templates/partials/box.mustache"
};
static const unsigned char file_templates_partials_branch_mustache[] = {
#embed "../../templates/partials/branch.mustache"
};
static const unsigned char file_templates_partials_change_mustache[] = {
#embed "../../templates/partials/change.mustache"
};
static const unsigned char file_templates_partials_chip_mustache[] = {
#embed "../../templates/partials/chip.mustache"
};
static const unsigned char file_templates_partials_control_row_mustache[] = {
#embed "../../templates/partials/control-row.mustache"
};
static const unsigned char file_templates_partials_doc_card_mustache[] = {
#embed "../../templates/partials/doc-card.mustache"
};
static const unsigned char file_templates_partials_doc_line_mustache[] = {
#embed "../../templates/partials/doc-line.mustache"
};
static const unsigned char file_templates_partials_duties_mustache[] = {
#embed "../../templates/partials/duties.mustache"
};
static const unsigned char file_templates_partials_edition_line_mustache[] = {
#embed "../../templates/partials/edition-line.mustache"
};
static const unsigned char file_templates_partials_event_line_mustache[] = {
#embed "../../templates/partials/event-line.mustache"
};
static const unsigned char file_templates_partials_fields_mustache[] = {
#embed "../../templates/partials/fields.mustache"
};
static const unsigned char file_templates_partials_flowchart_mustache[] = {
#embed "../../templates/partials/flowchart.mustache"
};
static const unsigned char file_templates_partials_icon_back_mustache[] = {
#embed "../../templates/partials/icon-back.mustache"
};
static const unsigned char file_templates_partials_icon_calendar_mustache[] = {
#embed "../../templates/partials/icon-calendar.mustache"
};
static const unsigned char file_templates_partials_icon_checklist_mustache[] = {
#embed "../../templates/partials/icon-checklist.mustache"
};
static const unsigned char file_templates_partials_icon_compare_mustache[] = {
#embed "../../templates/partials/icon-compare.mustache"
};
static const unsigned char file_templates_partials_icon_danger_mustache[] = {
#embed "../../templates/partials/icon-danger.mustache"
};
static const unsigned char file_templates_partials_icon_download_mustache[] = {
#embed "../../templates/partials/icon-download.mustache"
};
static const unsigned char file_templates_partials_icon_history_mustache[] = {
#embed "../../templates/partials/icon-history.mustache"
};
static const unsigned char file_templates_partials_icon_mark_mustache[] = {
#embed "../../templates/partials/icon-mark.mustache"
};
static const unsigned char file_templates_partials_icon_note_mustache[] = {
#embed "../../templates/partials/icon-note.mustache"
};
static const unsigned char file_templates_partials_icon_print_mustache[] = {
#embed "../../templates/partials/icon-print.mustache"
};
static const unsigned char file_templates_partials_icon_rail_mustache[] = {
#embed "../../templates/partials/icon-rail.mustache"
};
static const unsigned char file_templates_partials_icon_role_mustache[] = {
#embed "../../templates/partials/icon-role.mustache"
};
static const unsigned char file_templates_partials_icon_warning_mustache[] = {
#embed "../../templates/partials/icon-warning.mustache"
};
static const unsigned char file_templates_partials_linked_from_mustache[] = {
#embed "../../templates/partials/linked-from.mustache"
};
static const unsigned char file_templates_partials_list_head_plain_mustache[] = {
#embed "../../templates/partials/list-head-plain.mustache"
};
static const unsigned char file_templates_partials_list_head_mustache[] = {
#embed "../../templates/partials/list-head.mustache"
};
static const unsigned char file_templates_partials_matrix_mustache[] = {
#embed "../../templates/partials/matrix.mustache"
};
static const unsigned char file_templates_partials_pages_mustache[] = {
#embed "../../templates/partials/pages.mustache"
};
static const unsigned char file_templates_partials_role_rows_mustache[] = {
#embed "../../templates/partials/role-rows.mustache"
};
static const unsigned char file_templates_partials_section_mustache[] = {
#embed "../../templates/partials/section.mustache"
};
static const unsigned char file_templates_partials_sheet_foot_mustache[] = {
#embed "../../templates/partials/sheet-foot.mustache"
};
static const unsigned char file_templates_partials_sheet_head_mustache[] = {
#embed "../../templates/partials/sheet-head.mustache"
};
static const unsigned char file_templates_partials_sheet_page_mustache[] = {
#embed "../../templates/partials/sheet-page.mustache"
};
static const unsigned char file_templates_partials_sheet_rows_mustache[] = {
#embed "../../templates/partials/sheet-rows.mustache"
};
static const unsigned char file_templates_partials_sheet_table_mustache[] = {
#embed "../../templates/partials/sheet-table.mustache"
};
static const unsigned char file_templates_partials_stage_mustache[] = {
#embed "../../templates/partials/stage.mustache"
};
static const unsigned char file_templates_partials_state_words_mustache[] = {
#embed "../../templates/partials/state-words.mustache"
};
static const unsigned char file_templates_partials_status_mustache[] = {
#embed "../../templates/partials/status.mustache"
};
static const unsigned char file_templates_partials_step_line_mustache[] = {
#embed "../../templates/partials/step-line.mustache"
};
static const unsigned char file_templates_partials_step_mustache[] = {
#embed "../../templates/partials/step.mustache"
};
static const unsigned char file_templates_partials_title_mustache[] = {
#embed "../../templates/partials/title.mustache"
};
static const unsigned char file_templates_partials_toc_mustache[] = {
#embed "../../templates/partials/toc.mustache"
};
static const unsigned char file_templates_partials_version_item_mustache[] = {
#embed "../../templates/partials/version-item.mustache"
};
static const unsigned char file_templates_partials_version_menu_mustache[] = {
#embed "../../templates/partials/version-menu.mustache"
};
static const unsigned char file_templates_partials_warning_mustache[] = {
#embed "../../templates/partials/warning.mustache"
};
static const unsigned char file_templates_partials_when_mustache[] = {
#embed "../../templates/partials/when.mustache"
};
static const unsigned char file_templates_procedure_mustache[] = {
#embed "../../templates/procedure.mustache"
};
static const unsigned char file_templates_register_mustache[] = {
#embed "../../templates/register.mustache"
};
static const unsigned char file_templates_role_checklist_mustache[] = {
#embed "../../templates/role-checklist.mustache"
};
static const unsigned char file_templates_role_mustache[] = {
#embed "../../templates/role.mustache"
};
static const unsigned char file_templates_roles_mustache[] = {
#embed "../../templates/roles.mustache"
};
static const unsigned char file_templates_strings_en_txt[] = {
#embed "../../templates/strings/en.txt"
};
static const unsigned char file_templates_strings_zh_cn_txt[] = {
#embed "../../templates/strings/zh-CN.txt"
};

const handrail_template handrail_templates[] = {
  {"templates/about.mustache", file_templates_about_mustache, sizeof file_templates_about_mustache},
  {"templates/as-of.mustache", file_templates_as_of_mustache, sizeof file_templates_as_of_mustache},
  {"templates/assets/favicon.svg", file_templates_assets_favicon_svg, sizeof file_templates_assets_favicon_svg},
  {"templates/assets/flowchart.css", file_templates_assets_flowchart_css, sizeof file_templates_assets_flowchart_css},
  {"templates/assets/mark.svg", file_templates_assets_mark_svg, sizeof file_templates_assets_mark_svg},
  {"templates/assets/print.css", file_templates_assets_print_css, sizeof file_templates_assets_print_css},
  {"templates/assets/redline.css", file_templates_assets_redline_css, sizeof file_templates_assets_redline_css},
  {"templates/assets/redline.js", file_templates_assets_redline_js, sizeof file_templates_assets_redline_js},
  {"templates/assets/site.css", file_templates_assets_site_css, sizeof file_templates_assets_site_css},
  {"templates/assets/site.js", file_templates_assets_site_js, sizeof file_templates_assets_site_js},
  {"templates/assets/versions.js", file_templates_assets_versions_js, sizeof file_templates_assets_versions_js},
  {"templates/changes.mustache", file_templates_changes_mustache, sizeof file_templates_changes_mustache},
  {"templates/checklist.mustache", file_templates_checklist_mustache, sizeof file_templates_checklist_mustache},
  {"templates/compare.mustache", file_templates_compare_mustache, sizeof file_templates_compare_mustache},
  {"templates/department.mustache", file_templates_department_mustache, sizeof file_templates_department_mustache},
  {"templates/departments.mustache", file_templates_departments_mustache, sizeof file_templates_departments_mustache},
  {"templates/due.mustache", file_templates_due_mustache, sizeof file_templates_due_mustache},
  {"templates/edition.mustache", file_templates_edition_mustache, sizeof file_templates_edition_mustache},
  {"templates/event.mustache", file_templates_event_mustache, sizeof file_templates_event_mustache},
  {"templates/events.mustache", file_templates_events_mustache, sizeof file_templates_events_mustache},
  {"templates/form.mustache", file_templates_form_mustache, sizeof file_templates_form_mustache},
  {"templates/glossary.mustache", file_templates_glossary_mustache, sizeof file_templates_glossary_mustache},
  {"templates/history.mustache", file_templates_history_mustache, sizeof file_templates_history_mustache},
  {"templates/home.mustache", file_templates_home_mustache, sizeof file_templates_home_mustache},
  {"templates/index.mustache", file_templates_index_mustache, sizeof file_templates_index_mustache},
  {"templates/layout.mustache", file_templates_layout_mustache, sizeof file_templates_layout_mustache},
  {"templates/moved.mustache", file_templates_moved_mustache, sizeof file_templates_moved_mustache},
  {"templates/notfound.mustache", file_templates_notfound_mustache, sizeof file_templates_notfound_mustache},
  {"templates/partials/actions.mustache", file_templates_partials_actions_mustache, sizeof file_templates_partials_actions_mustache},
  {"templates/partials/approvals.mustache", file_templates_partials_approvals_mustache, sizeof file_templates_partials_approvals_mustache},
  {"templates/partials/box.mustache", file_templates_partials_box_mustache, sizeof file_templates_partials_box_mustache},
  {"templates/partials/branch.mustache", file_templates_partials_branch_mustache, sizeof file_templates_partials_branch_mustache},
  {"templates/partials/change.mustache", file_templates_partials_change_mustache, sizeof file_templates_partials_change_mustache},
  {"templates/partials/chip.mustache", file_templates_partials_chip_mustache, sizeof file_templates_partials_chip_mustache},
  {"templates/partials/control-row.mustache", file_templates_partials_control_row_mustache, sizeof file_templates_partials_control_row_mustache},
  {"templates/partials/doc-card.mustache", file_templates_partials_doc_card_mustache, sizeof file_templates_partials_doc_card_mustache},
  {"templates/partials/doc-line.mustache", file_templates_partials_doc_line_mustache, sizeof file_templates_partials_doc_line_mustache},
  {"templates/partials/duties.mustache", file_templates_partials_duties_mustache, sizeof file_templates_partials_duties_mustache},
  {"templates/partials/edition-line.mustache", file_templates_partials_edition_line_mustache, sizeof file_templates_partials_edition_line_mustache},
  {"templates/partials/event-line.mustache", file_templates_partials_event_line_mustache, sizeof file_templates_partials_event_line_mustache},
  {"templates/partials/fields.mustache", file_templates_partials_fields_mustache, sizeof file_templates_partials_fields_mustache},
  {"templates/partials/flowchart.mustache", file_templates_partials_flowchart_mustache, sizeof file_templates_partials_flowchart_mustache},
  {"templates/partials/icon-back.mustache", file_templates_partials_icon_back_mustache, sizeof file_templates_partials_icon_back_mustache},
  {"templates/partials/icon-calendar.mustache", file_templates_partials_icon_calendar_mustache, sizeof file_templates_partials_icon_calendar_mustache},
  {"templates/partials/icon-checklist.mustache", file_templates_partials_icon_checklist_mustache, sizeof file_templates_partials_icon_checklist_mustache},
  {"templates/partials/icon-compare.mustache", file_templates_partials_icon_compare_mustache, sizeof file_templates_partials_icon_compare_mustache},
  {"templates/partials/icon-danger.mustache", file_templates_partials_icon_danger_mustache, sizeof file_templates_partials_icon_danger_mustache},
  {"templates/partials/icon-download.mustache", file_templates_partials_icon_download_mustache, sizeof file_templates_partials_icon_download_mustache},
  {"templates/partials/icon-history.mustache", file_templates_partials_icon_history_mustache, sizeof file_templates_partials_icon_history_mustache},
  {"templates/partials/icon-mark.mustache", file_templates_partials_icon_mark_mustache, sizeof file_templates_partials_icon_mark_mustache},
  {"templates/partials/icon-note.mustache", file_templates_partials_icon_note_mustache, sizeof file_templates_partials_icon_note_mustache},
  {"templates/partials/icon-print.mustache", file_templates_partials_icon_print_mustache, sizeof file_templates_partials_icon_print_mustache},
  {"templates/partials/icon-rail.mustache", file_templates_partials_icon_rail_mustache, sizeof file_templates_partials_icon_rail_mustache},
  {"templates/partials/icon-role.mustache", file_templates_partials_icon_role_mustache, sizeof file_templates_partials_icon_role_mustache},
  {"templates/partials/icon-warning.mustache", file_templates_partials_icon_warning_mustache, sizeof file_templates_partials_icon_warning_mustache},
  {"templates/partials/linked-from.mustache", file_templates_partials_linked_from_mustache, sizeof file_templates_partials_linked_from_mustache},
  {"templates/partials/list-head-plain.mustache", file_templates_partials_list_head_plain_mustache, sizeof file_templates_partials_list_head_plain_mustache},
  {"templates/partials/list-head.mustache", file_templates_partials_list_head_mustache, sizeof file_templates_partials_list_head_mustache},
  {"templates/partials/matrix.mustache", file_templates_partials_matrix_mustache, sizeof file_templates_partials_matrix_mustache},
  {"templates/partials/pages.mustache", file_templates_partials_pages_mustache, sizeof file_templates_partials_pages_mustache},
  {"templates/partials/role-rows.mustache", file_templates_partials_role_rows_mustache, sizeof file_templates_partials_role_rows_mustache},
  {"templates/partials/section.mustache", file_templates_partials_section_mustache, sizeof file_templates_partials_section_mustache},
  {"templates/partials/sheet-foot.mustache", file_templates_partials_sheet_foot_mustache, sizeof file_templates_partials_sheet_foot_mustache},
  {"templates/partials/sheet-head.mustache", file_templates_partials_sheet_head_mustache, sizeof file_templates_partials_sheet_head_mustache},
  {"templates/partials/sheet-page.mustache", file_templates_partials_sheet_page_mustache, sizeof file_templates_partials_sheet_page_mustache},
  {"templates/partials/sheet-rows.mustache", file_templates_partials_sheet_rows_mustache, sizeof file_templates_partials_sheet_rows_mustache},
  {"templates/partials/sheet-table.mustache", file_templates_partials_sheet_table_mustache, sizeof file_templates_partials_sheet_table_mustache},
  {"templates/partials/stage.mustache", file_templates_partials_stage_mustache, sizeof file_templates_partials_stage_mustache},
  {"templates/partials/state-words.mustache", file_templates_partials_state_words_mustache, sizeof file_templates_partials_state_words_mustache},
  {"templates/partials/status.mustache", file_templates_partials_status_mustache, sizeof file_templates_partials_status_mustache},
  {"templates/partials/step-line.mustache", file_templates_partials_step_line_mustache, sizeof file_templates_partials_step_line_mustache},
  {"templates/partials/step.mustache", file_templates_partials_step_mustache, sizeof file_templates_partials_step_mustache},
  {"templates/partials/title.mustache", file_templates_partials_title_mustache, sizeof file_templates_partials_title_mustache},
  {"templates/partials/toc.mustache", file_templates_partials_toc_mustache, sizeof file_templates_partials_toc_mustache},
  {"templates/partials/version-item.mustache", file_templates_partials_version_item_mustache, sizeof file_templates_partials_version_item_mustache},
  {"templates/partials/version-menu.mustache", file_templates_partials_version_menu_mustache, sizeof file_templates_partials_version_menu_mustache},
  {"templates/partials/warning.mustache", file_templates_partials_warning_mustache, sizeof file_templates_partials_warning_mustache},
  {"templates/partials/when.mustache", file_templates_partials_when_mustache, sizeof file_templates_partials_when_mustache},
  {"templates/procedure.mustache", file_templates_procedure_mustache, sizeof file_templates_procedure_mustache},
  {"templates/register.mustache", file_templates_register_mustache, sizeof file_templates_register_mustache},
  {"templates/role-checklist.mustache", file_templates_role_checklist_mustache, sizeof file_templates_role_checklist_mustache},
  {"templates/role.mustache", file_templates_role_mustache, sizeof file_templates_role_mustache},
  {"templates/roles.mustache", file_templates_roles_mustache, sizeof file_templates_roles_mustache},
  {"templates/strings/en.txt", file_templates_strings_en_txt, sizeof file_templates_strings_en_txt},
  {"templates/strings/zh-CN.txt", file_templates_strings_zh_cn_txt, sizeof file_templates_strings_zh_cn_txt},
};
const size_t handrail_template_count = 85;
