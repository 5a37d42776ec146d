-- Who reads over many bureaus and asks for what is rare would otherwise walk through all incidents by time.
create index incident_over_bureaus_by_category on incidents.incident (category, received_at desc, id desc);
create index incident_over_bureaus_by_state on incidents.incident (state, received_at desc, id desc) where state <> 'disposed';
