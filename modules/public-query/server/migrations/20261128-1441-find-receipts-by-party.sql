-- The phone of a party may change: its receipts are found again by it.
create index receipt_by_party on public_query.receipt (bureau_code, party_id);
