import { ClientsPage } from "#app/ui/operator/clients-page.tsx";
import { FacilitiesPage } from "#app/ui/operator/facilities-page.tsx";
import { IdentityCasePage } from "#app/ui/operator/identity-case-page.tsx";
import { MessagePage } from "#app/ui/operator/message-page.tsx";
import { MessagesPage } from "#app/ui/operator/messages-page.tsx";
import { OperatorHome } from "#app/ui/operator/operator-home.tsx";
import type { PreviewPage } from "./pages.tsx";
import { proposedIdentity } from "./samples/identity.ts";
import * as operator from "./samples/operator.ts";

const account = { name: "Lương Quốc Bảo", operator: true };
const idempotencyKey = "k-1";
const summary = {
  facilities: 10,
  clients: 7,
  messagesLastDay: 412,
  quarantined: 4,
  rejectedLastDay: 2,
  lateFacilities: 1,
};
const calm = { ...summary, quarantined: 0, rejectedLastDay: 0, lateFacilities: 0 };

const wrong = {
  errors: { code5: ["Mã này đã có: BV Đa khoa Kinh Bắc."], legalBasis: ["Cần ghi căn cứ pháp lý."] },
  values: { name: "Phòng khám Hoa Sen", shortName: "PK Hoa Sen", kind: "clinic", code5: "99001" },
};

const wrongKeys = {
  errors: { jwks: ["Bộ khóa có khóa bí mật (“d”). Chỉ dán khóa công khai."], scopes: ["Chọn ít nhất một quyền."] },
  values: { name: "HIS Hoa Sen", facilityId: "general-hospital", jwks: '{"keys":[]}' },
};

export const operatorPages: PreviewPage[] = [
  {
    name: "operator-identity-proposed",
    path: "/operator/identities/1",
    account,
    element: <IdentityCasePage view={proposedIdentity} facilities={[]} form={{}} />,
  },
  {
    name: "operator",
    path: "/operator",
    account,
    element: <OperatorHome identities={0} feeds={[]} summary={summary} />,
  },
  {
    name: "operator-calm",
    path: "/operator",
    account,
    element: <OperatorHome identities={0} feeds={[]} summary={calm} />,
  },
  {
    name: "operator-facilities",
    path: "/operator/facilities",
    account,
    element: <FacilitiesPage view={operator.facilities} form={{ idempotencyKey }} />,
  },
  {
    name: "operator-facilities-wrong",
    path: "/operator/facilities",
    account,
    element: <FacilitiesPage view={{ facilities: [] }} form={{ idempotencyKey, ...wrong }} />,
  },
  {
    name: "operator-clients",
    path: "/operator/clients",
    account,
    element: <ClientsPage view={operator.clients} form={{ idempotencyKey, registered: "lis-99010" }} />,
  },
  {
    name: "operator-clients-wrong",
    path: "/operator/clients",
    account,
    element: <ClientsPage view={{ ...operator.clients, clients: [] }} form={{ idempotencyKey, ...wrongKeys }} />,
  },
  {
    name: "operator-messages",
    path: "/operator/messages",
    account,
    element: <MessagesPage view={operator.messages} />,
  },
  {
    name: "operator-messages-none",
    path: "/operator/messages?state=rejected",
    account,
    element: <MessagesPage view={operator.filteredMessages} />,
  },
  {
    name: "operator-message",
    path: "/operator/messages/f/m2",
    account,
    element: <MessagePage replayed={false} view={operator.messagePage} />,
  },
  {
    name: "operator-message-rejected",
    path: "/operator/messages/f/m3",
    account,
    element: <MessagePage replayed={false} view={operator.rejectedMessage} />,
  },
];
