/* Packed structs, whose fields are not aligned. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

static const reference_project_Packet PACKET = {254, UINT64_C(0x0123456789abcdef), 0x1234, REFERENCE_PROJECT_LEVEL_BELOW, true, {1, 128, 255}, -DBL_MAX};

static void check_changed(const reference_project_Packet *p) {
    CHECK_EQ(p->kind, 255);
    CHECK_EQ(p->id, UINT64_C(0xfedcba9876543210));
    CHECK_EQ(p->length, 0x3412);
    CHECK_EQ(p->level, REFERENCE_PROJECT_LEVEL_GROUND);
    CHECK(!p->urgent);
    CHECK(memcmp(p->bytes, "\xff\x80\x01", 3) == 0);
    CHECK_D(p->ratio, DBL_MAX);
}

TEST(there_is_no_padding) {
    CHECK_EQ(sizeof(reference_project_Packet), 24);
    CHECK_EQ(offsetof(reference_project_Packet, id), 1);
    CHECK_EQ(offsetof(reference_project_Packet, ratio), 16);
    CHECK_EQ(sizeof(reference_project_Pairwise), 16);
    CHECK_EQ(offsetof(reference_project_Pairwise, b), 2);
    CHECK_EQ(offsetof(reference_project_Pairwise, c), 10);
    CHECK_EQ(sizeof(reference_project_Envelope), 72);
    CHECK_EQ(offsetof(reference_project_Envelope, packet), 1);
}

TEST(every_byte_is_read) {
    CHECK_EQ(reference_project_packet_digest(&PACKET).value,
             DIGEST(254, UINT64_C(0x0123456789abcdef), 0x1234, N(-1), 1, 1, 128, 255, D(-DBL_MAX)));
}

TEST(every_byte_is_written) {
    reference_project_Packet packet = PACKET;
    CHECK_EQ(reference_project_packet_change(&packet), REFERENCE_PROJECT_STATUS_OK);
    check_changed(&packet);
}

TEST(packed_structs_are_passed_by_value) {
    const reference_project_Packet packet = reference_project_packet_changed(PACKET);
    check_changed(&packet);
}

TEST(fields_that_are_not_aligned_are_checked) {
    reference_project_Packet packet = PACKET;
    packet.level = 1;
    CHECK_EQ(reference_project_packet_change(&packet), REFERENCE_PROJECT_STATUS_INVALID);
    packet.level = REFERENCE_PROJECT_LEVEL_HIGHEST;
    memset(&packet.urgent, 2, 1);
    CHECK_EQ(reference_project_packet_digest(&packet).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(an_odd_address_will_do) {
    char bytes[1 + sizeof(reference_project_Packet)];
    memcpy(bytes + 1, &PACKET, sizeof PACKET);
    CHECK_EQ(reference_project_packet_digest((const reference_project_Packet *)(const void *)(bytes + 1)).value, reference_project_packet_digest(&PACKET).value);
}

TEST(less_padding_is_still_some) {
    const reference_project_Result_Pairwise back = reference_project_pairwise_changed((reference_project_Pairwise){1, UINT64_C(1) << 63, INT32_MAX, -128});
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(back.value.a, 254);
    CHECK_EQ(back.value.b, UINT64_MAX >> 1);
    CHECK_EQ(back.value.c, -INT32_MAX);
    CHECK_EQ(back.value.d, -128);
}

TEST(packed_without_need) {
    const reference_project_Tight back = reference_project_tight_changed((reference_project_Tight){{1, -0.0f}, UINT32_C(0x01020384)});
    CHECK_F(back.at.x, -0.0f);
    CHECK_F(back.at.y, 1);
    CHECK_EQ(back.id, UINT32_C(0x84030201));
}

TEST(packed_structs_stand_in_others) {
    reference_project_Envelope envelope = {1, PACKET, -0.5, {{1, 2, 3, 4}, {5, UINT64_MAX, INT32_MIN, -8}}};
    CHECK_EQ(reference_project_envelope_changed(&envelope), REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(envelope.flag, 254);
    const reference_project_Packet packet = envelope.packet;
    check_changed(&packet);
    CHECK_D(envelope.weight, 0.5);
    CHECK(envelope.pairs[0].a == 5 && envelope.pairs[0].b == UINT64_MAX && envelope.pairs[0].c == INT32_MIN && envelope.pairs[0].d == -8);
    CHECK(envelope.pairs[1].a == 1 && envelope.pairs[1].b == 2 && envelope.pairs[1].c == 3 && envelope.pairs[1].d == 4);
}

TEST(packed_elements_follow_each_other_without_gaps) {
    reference_project_Packet packets[3] = {PACKET, PACKET, PACKET};
    packets[2].ratio = 7;
    const uint64_t one = reference_project_packet_digest(&PACKET).value;
    CHECK_EQ(reference_project_packets_digest(packets, 3).value, DIGEST(one, one, reference_project_packet_digest(&packets[2]).value));
}
