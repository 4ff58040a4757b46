/* What Rust calls the default of a struct, as an initialiser. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>
#include <math.h>

/* At file scope there must be nothing but constant expressions. */
static const reference_project_Settings SETTINGS = REFERENCE_PROJECT_SETTINGS_DEFAULT;
static const reference_project_Margin MARGIN = REFERENCE_PROJECT_MARGIN_DEFAULT;

static uint64_t digest(const reference_project_Settings *s) {
    const reference_project_Margin *const m[] = {&s->margin, &s->others[0], &s->others[1]};
    uint64_t sum = DIGEST(N(s->copies), N(s->offset), N(s->limit), D(s->zoom), F(s->speed), N(s->duplex), N(s->bullet), N(s->marker), N(s->far_));
    sum = DIGEST(sum, N(s->permissions));
    for (int i = 0; i < 6; i++) {
        sum = DIGEST(sum, N(s->pages[i / 3][i % 3]));
    }
    for (int i = 0; i < 3; i++) {
        sum = DIGEST(sum, F(m[i]->left), F(m[i]->right));
    }
    return sum;
}

TEST(the_initialiser_is_what_rust_makes) {
    const reference_project_Result_Settings rust = reference_project_default_settings();
    CHECK_EQ(rust.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(digest(&SETTINGS), digest(&rust.value));
    CHECK_EQ(reference_project_settings_digest(&SETTINGS).value, digest(&rust.value));
}

TEST(each_field_has_its_value) {
    CHECK_EQ(SETTINGS.copies, 3);
    CHECK_EQ(SETTINGS.offset, INT64_MIN);
    CHECK_EQ(SETTINGS.limit, UINT64_MAX);
    CHECK_D(SETTINGS.zoom, 1.0 / 3.0);
    CHECK_F(SETTINGS.speed, INFINITY);
    CHECK(SETTINGS.duplex);
    CHECK_EQ(SETTINGS.bullet, 0x2022);
    CHECK_EQ(SETTINGS.marker, REFERENCE_PROJECT_MARKER_CROSS);
    CHECK_EQ(SETTINGS.far_, REFERENCE_PROJECT_FAR_LOWEST);
    CHECK_EQ(SETTINGS.permissions, REFERENCE_PROJECT_PERMISSION_READ | REFERENCE_PROJECT_PERMISSION_OWN);
}

TEST(arrays_and_structs_within_have_theirs) {
    CHECK(memcmp(SETTINGS.pages, "\1\2\3\xfd\xfe\xff", 6) == 0);
    CHECK_F(SETTINGS.margin.left, 12.5f);
    CHECK_F(SETTINGS.margin.right, -0.0f);
    CHECK_F(SETTINGS.others[0].left, 0.1f);
    CHECK_F(SETTINGS.others[0].right, 1e-40f);
    CHECK_F(SETTINGS.others[1].left, FLT_MAX);
    CHECK_F(SETTINGS.others[1].right, FLT_MIN);
    CHECK_F(MARGIN.left, 12.5f);
    CHECK_F(MARGIN.right, -0.0f);
}

TEST(a_default_can_be_changed) {
    reference_project_Settings settings = REFERENCE_PROJECT_SETTINGS_DEFAULT;
    settings.permissions = REFERENCE_PROJECT_PERMISSION_WRITE;
    settings.others[1] = (reference_project_Margin)REFERENCE_PROJECT_MARGIN_DEFAULT;
    CHECK_EQ(reference_project_settings_digest(&settings).value, digest(&settings));
    CHECK(reference_project_settings_digest(&settings).value != digest(&SETTINGS));
}
